# What the desk says in English.
#
# The voice: short, kind, exact; "you"; no exclamation marks, no pictures. `...` is set as code and
# _..._ as strong. A message has the same arguments in every language.

language-name = English

## Beginning

greeting =
    Hello. This is { $desk }; I am its automatic assistant.
    Tell me what is wrong and I will suggest answers from the FAQ. If none of them helps, I file an official ticket for you and give you its number, the TID.
    This chat itself is not an official channel: only a ticket with a TID counts as a request.
    _What is wrong?_ Please tell me in your own words.
intro = This is { $desk }. I look in the FAQ first; if that does not help, I file a ticket for you. Only a ticket with a TID is official, this chat is not.
ask-problem = What is wrong? Please tell me in your own words.
nothing-found = I found nothing in the FAQ that answers this, so let us prepare a ticket.
form-begins = Then let us prepare a ticket. I only ask for what the desk needs and you have not said yet.
desk-languages = Please note: the desk answers in { $about }. You may go on in English here.
desk-panel = You are writing to { $desk }. What is written inside the product's own panel goes elsewhere: to { $about }.
welcome = You are welcome. Write to me whenever something is wrong.
helped = I am glad that it helped. Write to me whenever something else is wrong.
will-tell = I will write to you once when the FAQ answers this, within the next three months.
wont-tell = Very well, I will not write to you about it.
group-pointer = Please write to me privately: what you say about your problem is for you and the desk only.
answered-privately = I have answered you in our private chat. Please go on there.
sorry-later = Something went wrong on our side. Nothing that you sent before is lost; please send your last message again in a minute.
takes-longer = Your message takes longer than it should, through a fault of ours. It is kept, and we go on with it; you need not send it again.
not-dealt-with = We could not deal with a message of yours, through a fault of ours. It is kept, and somebody of the desk will look at it. Please send it once more if the talk has gone on without it.

## Drafts

cancelled = I have stopped and laid your draft aside. Nothing was filed.
nothing-to-cancel = There is nothing to cancel: you have no draft at the moment.
draft-waiting = You have a draft that is not filed yet. Shall we go on with it?
resumed = Let us go on where we stopped.
dropped = The draft is deleted. Nothing was filed.
draft-reminder = Your draft still waits, { $about } of it filled in: answer the last question, go on, or drop it. As long as it is a draft, the desk has not heard of it.
draft-closed = Your draft has waited for a month, so I have closed it. Nothing was filed. If something is still wrong, tell me.
question-passed = That question has passed. This is where we are now.
added-to-problem = I have added this to your description.
corrected = Your correction is noted: { $about }.
message-cut = Your message was very long: I have kept its first { $about } characters. You can send the rest as a file, packed as a ZIP.
too-fast = You write faster than I can read, so I have not read this message. Please wait { $about } seconds, then send again what is missing. What you said before is kept.

## Tickets

follow-up-added = I have added this to your ticket `{ $about }`. The desk will answer you here.
correction-noted = Your change is noted on the ticket `{ $about }`; what you wrote first stays there as well.
sort-words = Does this belong to your ticket `{ $about }`, or is it a new problem?
reply-invited = What you write next goes onto your ticket `{ $about }`.
ticket-is-closed = The ticket `{ $about }` is closed. If it is not solved after all, write `reopen { $about }` and what is still wrong. If something else is wrong, tell me, and I will prepare a new ticket that refers to it.
tid-unknown = I can show you no ticket `{ $about }`. Please compare it with your receipt; a ticket is shown only to the person who filed it.
tid-mistyped = There seems to be a slip in `{ $about }`: one of its characters does not fit the others. Please look at your receipt again and copy the TID from there.
tid-wanted = Which ticket? Please write its TID behind the word, for example `status TID-123-456-789`. With `tickets` I show you all of yours.
no-tickets = You have no tickets yet. Tell me what is wrong, and we will see whether it needs one.

## Access data

access-hidden = I have hidden { $about } in what you wrote: this chat is no safe place for it, so it was not kept. Please delete your message here, and change what was in it if others could have seen it.
access-handed-over = The desk can begin without it. Should it need access, it asks for it on your ticket and says how to hand it over: then make an account for this alone, send its password only the way the desk names, and remove the account afterwards.
access-to-change = While your ticket `{ $about }` was open, you wrote access data in this chat. Please change it now, together with any that you gave to the desk: passwords, keys and accounts made for it.
hidden-password = a password
hidden-key = a key
hidden-token = a token
hidden-login = a login
hidden-card = a card number
hidden-iban = an account number

## Reports of servers

report-found = What you pasted looks like a report about your server, so I have left it out of your description. Shall the desk have it, as a file on the ticket? Without a yes it is not kept.
report-left-out = I have left the report about your server out: nothing of it is kept.

## Languages

language-which = Which language shall I speak?
language-set = Very well, from now on I speak English.
language-unknown = I do not speak that language yet. Please choose one of these.

## Help

help =
    _Tell me what is wrong_, and I will look for an answer or prepare a ticket. At any time you can also say:
    `status TID-...`: where that ticket stands
    `tickets`: your tickets
    `supervisor TID-... your words`: write to the support supervisor about a ticket
    `new`: start something new
    `cancel`: stop; your draft is kept
    `language`: speak another language
    `verify` and your e-mail address: prove who you are; `forget` ends it
    `help`: these lines
    This chat is not an official channel: only a ticket with a TID is.
help-staff =
    { help }
    _For staff:_
    `queue`: the tickets that wait for an answer, first due first
    `answer TID-... your words`: answer a ticket
    `close TID-... reason`: end the work on a ticket
    `ask`, `pass`, `beyond`, `note` and `reopen TID-... your words`: ask the client, pass it to the developers, call it out of scope, write a note for staff, open it again
    `faq add`: write an entry of the FAQ; `faq find words`, `faq show`, `faq edit`, `faq hide`, `faq undo`: keep it
    `notice`: announce a holiday, maintenance or an incident

## Things that cannot be read

unreadable-audio = I cannot listen to recordings. Please write it to me in words.
unreadable-sticker = I cannot read pictures of this kind. Please write it to me in words; a screenshot is welcome as a file.
unreadable-place = I cannot use a location. If you mean your site, please send its address, for example https://www.example.com/shop.
unreadable-command = I do not know that command. Say `help` to see what I understand.
unreadable-other = I cannot read this. Please write it to me in words, or send a file.

## Staff

answer-sent = Your answer is on its way to the owner of `{ $about }`.
answer-usage = Please write the TID and then your answer, for example `answer TID-123-456-789 Please clear the cache.`
close-usage = Please write the TID and then one of these reasons, for example `close TID-123-456-789 solved`.
closed-by-you = The ticket `{ $about }` is closed, and its owner has been told.
ask-usage = Please write the TID and then your question to its owner, for example `ask TID-123-456-789 Which version is it?`.
ask-done = Your question is on its way to the owner of `{ $about }`. Until the reply the clock does not run.
note-usage = Please write the TID and then your note, for example `note TID-123-456-789 Seen before in March.`
note-done = Noted on `{ $about }`. Only staff see it.
pass-usage = Please write the TID and then what its owner is to know, for example `pass TID-123-456-789 The fix is planned for the next update.`
pass-done = The ticket `{ $about }` is with the developers now, and its owner has been told.
beyond-usage = Please write the TID, and if you like a reason, for example `beyond TID-123-456-789 This is about your own code.`
beyond-done = The ticket `{ $about }` counts as beyond the scope now, and its owner has been told.
cannot-be-moved = The level of `{ $about }` does not allow that.
reopen-usage = Please write the TID of your closed ticket and then what is still wrong, for example `/reopen TID-123-456-789 It happened again today.`
reopened = The ticket `{ $about }` is open again.
reopen-too-late = The ticket `{ $about }` was closed too long ago to be opened again. Please tell me what is wrong now, and I will prepare a new ticket that refers to it.
queue-empty = No ticket waits for an answer.

## The form

step = { $number } of { $of }
current-value = Your answer so far:
example-of = For example: { $about }
ask-other = { $about }?

field-problem = Problem
field-reproducible = Reproducible
ask-reproducible = Can you make it happen again?
example-reproducible = Yes, if it comes back when you do the same things again.
field-steps = Steps
ask-steps = Which steps lead to it?
example-steps = For example: 1. open the catalogue, 2. sort by price, 3. the page stays empty.
field-url = Site address
ask-url = On which page does it happen? Please send its address.
example-url = For example: https://www.example.com/shop
field-version = Version
ask-version = Which version of the product do you use?
example-version = For example: 24.5.1. The control panel shows it at the bottom of each page.
field-edition = Edition
ask-edition = Which edition do you use?
field-email = E-mail
ask-email = Which e-mail address shall the ticket carry? If you have a licence, please use the address that is on it.
example-email = For example: ana@example.com
field-server = Server
ask-server = Which server software runs your site, as far as you know?
example-server = For example: nginx 1.27, PHP 8.3, MySQL 8.4
field-browser = Browser
ask-browser = Which browser do you see it in?
example-browser = For example: Firefox 140 on Windows 11
field-configuration = Server configuration
ask-configuration = May the desk look at your server's configuration, such as the phpinfo page?
example-configuration = It is used only if you say yes. Please never send passwords.
field-screenshots = Screenshots
ask-screenshots = Do you have screenshots of it? Please send them now.
example-screenshots = PNG, GIF or JPG; anything else packed as a ZIP or RAR.

## What it is about

field-topic = Topic
ask-topic = What is it about?
topic-guess = I take it that this is about _{ $about }_.
topic-ask = Is what you need covered, or is it about something else?
topic-beyond = { $about } (not covered)
scope-covers = Covered: { $about }.
scope-outside = Not covered: { $about }.
scope-instead = For what is not covered, please ask { $about }.
scope-noted = Noted: this is outside of what support covers. For it, please ask { $about }. You may file it all the same; the ticket then gets the level “beyond the scope of support”.
scope-others = your hosting company or your developer
problem-topic = I do not know this topic. Please press one of the buttons, or write what stands on it.
topic-installation = Installation and setup
topic-installation-covers = guidance, typical problems, which server software to choose, advice on backups
topic-installation-outside = doing the installation or a restore for you, finding out what is wrong with your server
topic-installation-instead = your hosting company or your system administrator
topic-performance = Performance
topic-performance-covers = which server software to choose and how to tune it, advice on caching
topic-performance-outside = configuring or stress-testing your server, optimising your own code
topic-performance-instead = your hosting company or the developer of your site
topic-updates = Updates and maintenance
topic-updates-covers = update faults that have to do with the licence key, faults after an update that went wrong
topic-updates-outside = trouble with connections or a proxy, configuring your server for updates
topic-updates-instead = your hosting company or your network administrator
topic-errors = Product errors
topic-errors-covers = failures and how to recover from them, finding out what causes an error of the product
topic-errors-outside = faults of the database or the server, installing updates on your server (general advice only)
topic-errors-instead = your hosting company or your system administrator
topic-development = Development
topic-development-covers = how to integrate the product, how to use its API
topic-development-outside = teaching programming, logic of your own, code of third parties, writing components
topic-development-instead = your own developer or a development partner
topic-orders = Orders and licences
topic-orders-covers = orders, invoices, payments, licences and their renewal
topic-general = General questions
topic-general-covers = functions that are not documented, licence policy, advice on security, wishes for features and documentation

## What was wrong with an answer

problem-empty = There are no words in this. Please write a short answer, for example: it began on Monday.
problem-too-long = This is longer than { $about } characters. Please say it more briefly; you can add details to the description of the problem later.
problem-url = This does not look like the address of a page. Please copy it from your browser's address line, for example https://www.example.com/shop.
problem-email = This does not look like an e-mail address. Please write it like this: ana@example.com.
problem-version = This does not look like a version. Please write its numbers, for example 24.5.1.
problem-choice = I do not know this answer. Please press one of the buttons, or write what stands on it, for example Standard.
problem-yes-no = I could read neither a yes nor a no in this. Please press one of the buttons, or answer with yes or no.
problem-required = The desk cannot do without this, so it cannot be skipped. A short answer is enough, for example: I am not sure, it happened once.
problem-file-wanted = I was waiting for a file here. Please send one, for example a screenshot as PNG, or press a button to go on.
problem-too-many-files = A ticket takes at most { $about } files, so I left the rest out. Please pack several into one ZIP.

## Suggestions

suggestions-intro = This may already answer it:
suggestions-maybe = I am not sure, but this may be it:
suggestions-outro = Did one of these help?
now-answered = You asked this some time ago. The FAQ answers it now:

## The review card

review-title = Please check this before I file it.
review-outro = Nothing is filed yet. It becomes an official ticket of { $desk } only when you file it.
review-files = Files
review-related = Related tickets
review-suggestions = Shown, did not help
review-lifted = (from your message)
review-skipped = —

## Files

files-taken =
    { $count ->
        [one] I have this file and will put it on the ticket:
       *[other] I have these { $count } files and will put them on the ticket:
    }
files-refused =
    { $count ->
        [one] I could not take this file:
       *[other] I could not take these { $count } files:
    }
and-more =
    { $count ->
        [one] … and one more
       *[other] … and { $count } more
    }
refusal-kind = I take PNG, GIF and JPG pictures. Please pack anything else as a ZIP or RAR and send that.
refusal-bmp = A BMP is not taken as it is. Please save it as PNG, or pack it as a ZIP.
refusal-too-big = It is too big. Please send a smaller picture, or only the part that matters.
refusal-too-many = The ticket has as many files as it can take. Please pack several into one ZIP.
refusal-kind-as = By its content it is { $about }. I take PNG, GIF and JPG pictures; please pack anything else as a ZIP or RAR and send that.
refusal-too-detailed = The picture has too many pixels. Please send a smaller one, or only the part that matters.
refusal-broken = The picture is damaged and cannot be opened. Please save it anew, for example as PNG, and send it again.
refusal-quota = You have sent as many files today as one person may. Please send it tomorrow, or only the part that matters.
refusal-harmful = The desk's scanner finds something harmful in it, so it was not kept. Please look at it on your side, and send only what is needed, for example a screenshot.
refusal-empty = It is empty. Please check the file and send it again.
refusal-unreachable = I could not fetch it. Please send it again.

## The receipt

receipt-title = Your request is accepted. The TID of your ticket is
receipt-level = Level
receipt-due = Answer by
receipt-official = This chat is not the official channel; the ticket is. Write its TID whenever you ask about it.
receipt-once = Asking the same again elsewhere, by phone or in a forum, does not speed it up.
why-around-the-clock = Your level is “{ $level }”: an answer within { $span }, at every hour of every day.
why-business-days = Your level is “{ $level }”: an answer within { $span }, counted on business days.
why-business-days-weekend = Your level is “{ $level }”: an answer within { $span }, counted on business days, so the weekend does not count.
why-business-days-holiday = Your level is “{ $level }”: an answer within { $span }, counted on business days, so public holidays and weekends do not count.
why-business-days-closed = Your level is “{ $level }”: an answer within { $span }, counted on business days, so days on which the desk is closed do not count.
why-business-days-break = Your level is “{ $level }”: an answer within { $span }, counted on business days; while the break that the desk has announced lasts, the clock stands still.
why-open-hours = Your level is “{ $level }”: an answer within { $span } of the desk's opening hours.
why-calendar-days = Your level is “{ $level }”: an answer within { $span }, counted on all days of the calendar.
span-hours =
    { $count ->
        [one] one hour
       *[other] { $count } hours
    }
span-days =
    { $count ->
        [one] one day
       *[other] { $count } days
    }

## Notices

notice-holiday = The desk announces a holiday:
notice-maintenance = The desk announces maintenance:
notice-incident = The desk knows of an incident:
notice-until = Until { $date }
notice-span = From { $date } until { $time }
notice-added = From its beginning to its end, whoever starts a talk is shown this once:
notice-ended = The notice { $about } is shown no more.
notice-unknown = I know no notice of the number { $about }. `notice` lists those that stand.
notice-none = Nothing is announced. `notice incident 18:00 Payments fail, we are on it` announces something until six today.
notice-list = Announced:
notice-usage =
    _What you can do with notices:_
    `notice incident 18:00 words`: announce it from now until six today, by the desk's clock
    `notice holiday 2026-12-24 2026-12-26 words`: for these days, the last one included
    `notice maintenance 2026-12-01T22:00 2026-12-02T02:00 words`: for these hours
    `notice end 7`: end notice 7; `notice`: list them

## Who you are

code-sent = If { $about } is registered with us, a code of six digits is on its way there. Write it to me within ten minutes, whatever else we are talking about. If nothing comes, the address is not registered, or it was sent a code less than a minute ago.
code-soon = A code is sent to an address once a minute at most. Please wait a moment.
code-wrong = That code does not count: it is not the one that was sent, or more than ten minutes old, or was tried five times. You can have a new one.
proven = Thank you. I know now that { $about } is yours, and will remember it; `forget` ends that.
proven-by-link = Thank you. I know now that you belong to { $about }, and will remember it; `forget` ends that.
link-refused = This link does not count: it was used, it is too old, or it is meant for somebody else. Please ask the desk for a new one.
verify-usage = Please write your address behind the word, for example `verify ana@example.com`: if it is registered with us, a code goes there.
verify-off = I cannot send codes at the moment. The desk can send you a link that proves who you are.
forgotten = I have forgotten who you are. Your tickets stay as they are; what you file from now on is unverified until you prove who you are again.
ask-coupon = Please write your VIP coupon.
coupon-taken = The coupon is noted. It is spent when you file the ticket, and not before.
coupon-refused = This coupon cannot be used. Please compare it with what you were sent. After five coupons that cannot be used I take no more for a day; the desk knows which of yours are left.
coupon-removed = The coupon is not used; you can use it another time.
coupon-when = A coupon belongs to a ticket. Tell me what is wrong first; on the card that you check before filing there is a button for your coupon.
coupon-none = There are no coupons at this desk.
review-coupon = VIP coupon
review-coupon-spent = is spent when you file
raised = Your ticket `{ $tid }` has a higher level now.
raised-same = Your ticket `{ $tid }` is verified.
ticket-unverified = Unverified: nothing proves yet whose it is.
register-here = Not registered yet? Register here; until then, your requests are answered at this level.
renew-here = Renew your support here
ground-coupon = You have spent a VIP coupon on it.
ground-coupon-kept = Your coupon was not spent: it does not change the level of such a question.
ground-beyond-scope = What you ask is outside the scope of support.
ground-category = You are registered with us as “{ $about }”.
ground-edition = The edition “{ $about }” has this level.
ground-incomplete = Your company is not registered completely yet: its own data and { $about } people who may use support are needed.
ground-expired = We are sorry: your support ended after { $about }, so this is the level without it.
ground-unregistered = We know your address, but it belongs to no client who is registered with us.
ground-unproven = Nothing proves yet who you are. Once the desk knows, the ticket gets your level, counted from when it was accepted.
ground-unproven-code = Nothing proves yet who you are. Write me the code from your mailbox, and the ticket gets your level, counted from when it was accepted.
mail-code-subject = Your code
mail-code-body =
    Your code is { $about }
    Write it in the chat within ten minutes. It proves that this mailbox is yours. It is sent by { $desk }.
    If you did not ask for it, you need not do anything: without the code nobody gets anything. Nobody of the desk will ever ask you for it.

## Dates

moment = { $date } at { $time } ({ $place })
moment-at-desk = { $date } at { $time } ({ $place }, the desk's time)
moment-short = { $date }, { $time }

## Where a ticket stands

ticket-status = Status
ticket-filed = Filed
ticket-due = Answer by
ticket-reason = Reason
ticket-post-client = From the client, { $date }
ticket-post-agent = From the desk, { $date }
list-mine = Your tickets
list-queue = Tickets that wait for an answer
list-due = answer by { $date }
agent-answer = The desk has answered your ticket `{ $tid }`.
agent-answer-from = The desk has answered your ticket `{ $tid }`. { $agent } writes:
ticket-closed = Your ticket `{ $tid }` is closed.
ticket-closed-after = If it is not solved after all, write `reopen { $tid }` and what is still wrong.
ticket-moved-development = Your ticket `{ $tid }` has been passed to the developers. The fix will come with an update.
ticket-moved-kept-level = Your ticket `{ $tid }` has been passed to the developers. It keeps its level.
ticket-moved-beyond-scope = Your ticket `{ $tid }` is about something that support does not cover. It stays open, at another level.
ticket-moved-reopened = Your ticket `{ $tid }` is open again.
due-soon = An answer is due soon.
due-overdue = An answer is overdue.
supervisor-usage = Are you not content with how a ticket is dealt with? The support supervisor reads it if you write, for example, `supervisor { $about } your words`.
supervisor-told = Your words about the ticket `{ $about }` go to the support supervisor.
supervisor-contact = You can reach the supervisor here as well: { $about }
complaint = A client writes to the supervisor:
complaint-from = From

status-open = waits for the desk's answer
status-answered = answered; it waits for the client
status-closed = closed

reason-solved = The problem is solved
reason-information-missing = Information is missing
reason-not-reproduced = The problem cannot be reproduced
reason-no-access = The site cannot be reached with the access given
reason-custom-development = It needs custom development
reason-improper-use = The product was used or changed in a way it is not made for
reason-too-many-sites = There are more sites than the licence allows
reason-licence-violated = The licence terms are violated
reason-unlicensed = The copy is not licensed
reason-beyond-scope = It is outside the scope of support
reason-misleading = The information given is wrong, incomplete or misleading

level-vip-coupon = VIP request
level-vip = VIP support
level-partner = partner
level-partner-bronze = bronze partner
level-partner-silver = silver partner
level-partner-gold = gold partner
level-commercial = commercial
level-non-commercial = non-commercial
level-beyond-scope = beyond the scope of support
level-development = development

## Keeping the FAQ

faq-usage =
    _What you can do with the FAQ:_
    `faq add`: write an entry, question by question
    `faq add Question | Answer | https://...`: the same in one message; or in lines that begin with question:, answer:, link:, kind:, product:, tags:, language:, wordings:
    `faq find words`: the entries that these words find
    `faq show ID`, `faq edit ID`, `faq hide ID`: look at one, change it, hide it; words that find it will do instead of the ID
    `faq undo`: take your last change back; `faq undo ID`: the last change of that entry
    `faq misses`: what people asked in vain, and words that found an answer
faq-press = Please press one of the buttons: save the entry, or change a part of it first.
faq-aside = I have stopped. Nothing has changed in the FAQ, and your entry is laid aside.
faq-left = Your entry for the FAQ is laid aside meanwhile.
faq-cancelled = I have stopped. Nothing has changed in the FAQ.
faq-unchanged = Nothing is different, so I have left “{ $about }” as it was.
faq-saved = “{ $about }” is in the FAQ. People find it within two seconds.
faq-wording-added = “{ $about }” now answers this question as well, as one more wording of it.
faq-none-found = Nothing in the FAQ comes close to “{ $about }”.
faq-hidden = “{ $about }” is hidden: nobody is shown it any more. Nothing of it is lost.
faq-hidden-already = “{ $about }” is hidden already.
faq-shown = “{ $about }” is shown again. People find it within two seconds.
faq-nothing-to-undo = I know of no change to take back. Please name the entry, for example `faq undo q-1a2b3c`.
faq-gone = I know no such entry. `faq find` and some words of it will show its ID.
faq-waiting = You are still writing “{ $about }”. Shall we go on with it first?
faq-dropped = It is dropped. Nothing has changed in the FAQ.
faq-no-files = An entry of the FAQ takes no files; a link can lead to one.
faq-no-misses = Nobody has asked in vain lately, and no wordings wait for you.
faq-dealt-with = That has been dealt with meanwhile. `faq misses` shows what is left.
faq-dismissed = “{ $about }” is listed no more. If somebody asks it again, it comes back.
faq-saved-answer = “{ $about }” is in the FAQ. People find it within two seconds, and whoever asked in vain and wanted to know is told.
faq-wording-taken = “{ $about }” is found by these words as well.
faq-wording-refused = “{ $about }” is not offered for that entry again.
missed-title = Asked in vain, what most people ask first:
missed-asked = people: { $number }, times: { $of }, { $about }
offered-title = Words of people whom an entry helped. Shall it be found by them as well?
offered-for = for “{ $about }”, times: { $number }
found-found = What “{ $about }” finds:
found-shown-now = Whoever asks this now is shown:
found-twin = This seems to be answered already. Whoever asks it now is shown:
found-nothing = Whoever asks this now is shown nothing.
found-percent = { $number } %
card-new = This is how the entry will be. It is not in the FAQ yet.
card-edited = This is how the entry will be. Nothing has changed yet.
card-look = An entry of the FAQ
card-hide = Shall I hide this entry? Nobody will be shown it; `faq undo` takes that back.
card-changed = Somebody has changed this entry meanwhile. This is how it reads now:
card-undone = The last change is taken back. This is how the entry reads now:
card-hidden = Hidden: nobody is shown this entry.
card-twin = This seems to be answered already by “{ $about }”.
card-changed-by = Changed { $date }, by { $agent }
card-changed-somehow = Changed { $date }
form-title = Entry of the FAQ
kind-faq = FAQ
kind-documentation = Documentation
kind-forum = Forum
kind-video = Video

field-faq-id = ID
field-faq-question = Question
ask-faq-question = Which question does it answer?
example-faq-question = In people's own words, for example: How do I reset my password?
field-faq-answer = Short answer
ask-faq-answer = What is the short answer?
example-faq-answer = One or two sentences that help by themselves.
field-faq-url = Link
ask-faq-url = Where can people read on?
example-faq-url = For example: https://docs.example.com/password
field-faq-kind = Kind
ask-faq-kind = What does the link lead to?
field-faq-product = Product
ask-faq-product = Which product is it about? Skip this if it is about all of them.
field-faq-tags = Tags
ask-faq-tags = Which words belong to it that the question does not hold?
example-faq-tags = With commas between them, for example: login, account
field-faq-language = Language
ask-faq-language = In which language is it?
field-faq-wordings = Other wordings
ask-faq-wordings = How else do people ask this? One wording a line.
example-faq-wordings = For example: I forgot my password

problem-faq-empty = There are no words in this. Please write the question as people ask it.
problem-faq-nothing = An entry needs an answer or a link, or it helps nobody. Please write a short answer.
problem-faq-too-long = This is longer than { $about } characters. Please say it more briefly.
problem-faq-url = This is no link that people can be shown. Please send an address that begins with https:// or http://.
problem-faq-kind = I do not know this kind. Please press one of the buttons, or write FAQ, documentation, forum or video.
problem-faq-language = This is no language code. Please write its two letters, for example en.
problem-faq-many = These are more than { $about }. Please keep those that people use most.

## Buttons

button-helped = This helped
button-helped-by = Answer { $about } helped
button-tell = Tell me when the FAQ has it
button-hush = Do not tell me
button-none = None of these, open a ticket
button-skip = Skip
button-back = Back
button-cancel = Cancel
button-keep = Keep it
button-unknown = I don't know
button-yes = Yes
button-no = No
button-done = Done
button-file = File the ticket
button-edit = Edit: { $about }
button-option = { $about }
button-covered = Yes, it is covered
button-beyond = Not covered, file anyway
button-topic = { $about }
button-language = { $about }
button-resume = Go on with the draft
button-drop = Drop it, start new
button-new = Start something new
button-reply = Reply
button-status = { $about }
button-tickets = My tickets
button-add-to = Add to { $about }
button-code = Send a new code
button-coupon = I have a VIP coupon
button-uncoupon = Do not use the coupon
button-new-problem = A new problem
button-help = Help
button-supervisor = Write to the supervisor
button-report-yes = Attach the report
button-report-no = Leave it out
button-save = Save
button-clear = Empty it
button-undo = Undo
button-kind = { $about }
button-faq-wording = Add as a wording of that one
button-faq-resume = Go on with the entry
button-faq-drop = Drop the entry
button-faq-add = Write another entry
button-faq-edit = Edit { $about }
button-faq-hide = Hide { $about }
button-faq-gone = Hide it
button-faq-back = Show it again
button-edit-entry = Edit
button-hide-entry = Hide
button-faq-answer = Add an entry: { $about }
button-faq-dismiss = Not for the FAQ: { $about }
button-faq-take = Take { $about }
button-faq-refuse = Refuse { $about }

## Words typed instead of pressing

words-skip = skip | pass | next | skip it | skip this | not now | leave it out
words-back = back | go back | previous | one back | step back
words-cancel = cancel | stop | quit | abort | cancel it | never mind | nevermind | forget it | exit
words-none = none | none of these | none of them | neither | nothing helped | not helpful | did not help | didn't help | that did not help | that didn't help | this did not help | this didn't help | open a ticket | create a ticket | i need a ticket
words-helped = helped | it helped | this helped | that helped | solved | fixed | it works | it works now | that works | works now | yes, this helped | that solved it | thanks, that helped
words-file = file | file it | file ticket | file the ticket | submit | submit it | send it | send | confirm | looks good | all correct
words-edit = edit | edit the | edit my | change | change the | change my | correct | correct the
words-yes = yes | y | yep | yeah | yup | sure | ok | okay | yes please | of course | certainly | right | correct
words-no = no | n | nope | nah | no thanks | no thank you | not really
words-unknown = unknown | i don't know | i dont know | i do not know | don't know | dont know | do not know | dunno | no idea | not sure | i'm not sure | i am not sure
words-done = done | finished | ready | that's all | thats all | that is all | no more | that's it | nothing else
words-keep = keep | keep it | leave it | keep as is | as it is | unchanged | no change
words-help = help | commands | menu | what can you do | how does this work | how does it work
words-status = status | ticket status | where is my ticket | what about my ticket
words-tickets = tickets | my tickets | list | list tickets | show my tickets | all tickets
words-supervisor = supervisor | support supervisor | complaint | complain | write to the supervisor
words-reopen = reopen
words-new = new | new ticket | start over | restart | start again | start new | something else | begin again
words-language = language | change language | languages | other language | switch language
words-resume = resume | continue | go on | carry on | proceed | continue the draft | go on with it
words-drop = drop | drop it | delete | discard | delete it | delete the draft | discard the draft | throw it away
words-reply = reply | answer | respond
words-add = add | add it | add to it | add it to the ticket | it belongs to it | same problem | the same | same one
words-new-problem = new problem | another problem | different problem | it is new | new one | a new one | something new
words-save = save | save it | save the entry | publish | publish it
words-clear = empty | empty it | clear | clear it | remove it
words-thanks = thanks | thank you | thx | many thanks | thanks a lot | thank you very much | ok thanks | ok thank you | great, thanks | cheers
words-greeting = hi | hello | hey | hi there | hello there | hey there | good morning | good afternoon | good evening | good day | greetings | howdy | hiya | morning | hello, can you help me | can you help me | i need help | is anyone there

## The terminal

terminal-hint = A number or the words pick a button; `:file path` sends a file; `:quit` leaves.
terminal-no-file = I cannot read the file { $about }. Please check the path and send it again, for example `:file picture.png`.
terminal-goodbye = Goodbye. Nothing is lost: come back whenever you like.

## The menu of commands

menu-new = Start something new
menu-status = Where a ticket stands: /status and its TID
menu-tickets = List my tickets
menu-language = Change the language
menu-verify = Prove who you are: /verify and your e-mail
menu-help = What you can say at any time
menu-cancel = Stop here; the draft is kept
menu-supervisor = Write to the support supervisor
menu-queue = For staff: the tickets that wait
menu-faq = For staff: keep the FAQ
menu-notice = For staff: announce something
