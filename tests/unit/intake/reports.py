"""Reports of servers as people paste them, and long texts that are none."""

from typing import Final

PHPINFO: Final = """phpinfo()
PHP Version => 8.3.12

System => Linux web17 6.1.0-25-amd64 #1 SMP Debian 6.1.106-3 x86_64
Build Date => Sep 27 2024 04:04:01
Server API => FPM/FastCGI
Loaded Configuration File => /etc/php/8.3/fpm/php.ini
PHP API => 20230831
Zend Extension => 420230831

Core

allow_url_fopen => On => On
memory_limit => 128M => 128M
upload_max_filesize => 2M => 2M
post_max_size => 8M => 8M"""

FROM_A_BROWSER: Final = """PHP Version 8.1.2
System\tLinux host 5.15.0-122-generic
Server API\tApache 2.0 Handler
Directive\tLocal Value\tMaster Value
display_errors\tOff\tOff
max_execution_time\t30\t30
memory_limit\t256M\t256M
opcache.enable\tOn\tOn
$_SERVER['DOCUMENT_ROOT']\t/var/www/html"""

WITHOUT_TABS: Final = """PHP Version 8.1.2
display_errors Off Off
max_execution_time 30 30
memory_limit 256M 256M
opcache.enable On On
upload_max_filesize 2M 2M
open_basedir none none
date.timezone UTC UTC"""

WINDOWS: Final = """Host Name:                 SHOP-SRV
OS Name:                   Microsoft Windows Server 2022 Standard
OS Version:                10.0.20348 N/A Build 20348
System Type:               x64-based PC
Processor(s):              1 Processor(s) Installed.
BIOS Version:              American Megatrends, 12.01.2021
Total Physical Memory:     32.767 MB
Available Physical Memory: 8.120 MB"""

LINUX: Final = """Architecture:        x86_64
CPU(s):              8
Model name:          AMD EPYC 7543
Virtualization:      AMD-V
MemTotal:       32780000 kB
MemFree:         1200000 kB
Distributor ID: Ubuntu
Codename:       jammy"""

EVERY: Final = (PHPINFO, FROM_A_BROWSER, WITHOUT_TABS, WINDOWS, LINUX)

GOES_ON: Final = """session.cookie_httponly => 0 => 0
session.gc_maxlifetime => 1440 => 1440
session.name => PHPSESSID => PHPSESSID
session.save_handler => files => files
session.use_cookies => 1 => 1
session.use_strict_mode => 0 => 0
session.use_trans_sid => 0 => 0"""

NONE: Final = (
    "Server: nginx 1.27, PHP version: 8.3, memory_limit: 128M, MySQL version: 8.4",
    "It fails:\n1. open the basket\n2. press Pay\n3. the page stays white\n4. reload\n5. it is back"
    "\n6. the order is there twice\n7. nobody gets a mail",
    "Problem: the basket is empty\nURL: https://shop.example.org\nVersion: 24.5.1\nEdition: start"
    "\nSteps: open the page\nSince: Monday\nBrowser: Firefox 140\nWho: everybody",
    "Fatal error: Uncaught TypeError\n#0 /var/www/a.php(12): f()\n#1 /var/www/b.php(4): g()"
    "\n#2 /var/www/c.php(99): h()\n#3 {main}\n  thrown in /var/www/a.php on line 12"
    "\n[2026-03-02 10:00:01] error: again\n[2026-03-02 10:00:02] error: again",
    "SELECT a.id,\n  a.name AS title,\n  b.price\nFROM items a\nJOIN prices b ON b.item = a.id"
    "\nWHERE a.active = 'Y'\nORDER BY a.sort\nLIMIT 50",
)
