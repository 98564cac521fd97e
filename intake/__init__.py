"""What Tidings is, free of any platform, database or clock: the talk, the tickets, the regulations.

Glossary (the words used in code, in texts and by the people of a support desk):

agent           somebody of the desk's staff who answers tickets
answer          the person's value for one field of the form
attachment      a file that belongs to a ticket
break           a time in which the desk cannot work, announced when it came up (R36)
calendar        a desk's days and hours, with its breaks: what deadlines are counted on
channel         a chat platform: terminal, Telegram, Slack. Never an official way to ask (R5)
clock           how a level counts time: around the clock, by business days, open hours, or calendar
                days (R18)
close           end the work on a ticket, with a reason (R32)
code            six digits, mailed to an address to prove that somebody reads its mail
conversation    one person's private talk with the desk on one channel
coupon          opens one VIP request; spent with the filing (R16)
customer        whoever the desk owes something, with the people who may ask for them (R12)
desk            the support organisation that carries out a policy
draft           what has been collected of a ticket that is not filed yet
due             when the desk's next answer is promised
entry           one question of the FAQ with its answer and link
field           one thing the form asks for (R8)
file            make a draft an official ticket
follow-up       what a client adds to a ticket after filing
form            the fields a policy asks for, in order
level           the service level of a ticket: it gives the clock and the maximum time (R13)
lift            find an answer in words said earlier, so that it need not be asked
miss            a question that the FAQ did not answer, kept without names or access data
note            what staff write down about a ticket for each other; no client sees it
notice          what the desk announces for a time: a holiday, maintenance, an incident (R36)
owner           the person who filed a ticket; nobody else may see it (R7)
pass            hand a ticket to the developers (R22)
pause           a clock stands still, with what is left, while the client is asked something
person          whoever talks to the desk, as one account of one channel
policy          a desk's regulations as data
proof           what shows that an account belongs to somebody; a typed address never does
raise           give a ticket filed without proof the level that its owner has a right to
queue           who works on a ticket: the technicians, or those for orders and licences (R4)
receipt         the words that hand over the TID (R14, R15)
reminder        a word about a draft that its owner has not gone on with
reopen          go on with a ticket that was closed too early (R34)
reply           something to be said to a person, before any platform gives it a shape
suggestion      an entry shown to a person instead of a ticket (R2)
supervisor      whom a client can complain to about a ticket (R35)
TID             the ticket's identifier; holding it means that the request was accepted (R15)
topic           what a problem is about, with what support covers of it (R25 to R30)
turn            what one message changes: the new state, the replies, the effects
unverified      a ticket whose owner has proven nothing
wording         another way of asking for an entry; staff accept it, or people's words are offered
"""
