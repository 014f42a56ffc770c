### Help me choose: questions, the list, where its facts are from, and companions.

choose-offer-title = Do you want something else?
choose-offer = A few questions, then a short list with reasons. No product pays us.
button-help-me-choose = Help me choose
button-companions = Show them
button-show-the-list = Show the list
button-how-we-know = How we know

choose-title = What should it do for you?
choose-lead = Your answers stay on this computer. Skip what does not matter to you. Install something new only after Kaspersky is gone.
choose-several = Choose all that fit.
choose-use = Who uses the devices?
choose-use-home = A household
choose-use-business = A business
choose-devices = Which devices should it protect?
choose-count = How many devices?
choose-count-one = One
choose-count-five = 2 to 5
choose-count-ten = 6 to 10
choose-functions = What do you want in the same program?
choose-functions-body = You can also get each of these on its own.
choose-functions-used = With Kaspersky you used: { $what }.
choose-vpn = VPN
choose-passwords = Password manager
choose-children = Rules for children
choose-backup = Backup
choose-firewall = Firewall
choose-phishing = Warnings of fake websites
choose-pay = May it cost money?
choose-pay-may = It may
choose-pay-free = Only free
choose-owner = Does the owner's country matter?
choose-owner-anywhere = No
choose-owner-us = Only with an American owner

device-windows = Windows PC
device-mac = Mac
device-linux = Linux PC
device-android = Android phone or tablet
device-iphone = iPhone or iPad
function-vpn = VPN
function-passwords = password manager
function-children = rules for children
function-backup = backup
function-firewall = firewall
function-phishing = warnings of fake websites
country-canada = Canada
country-czech-republic = Czech Republic
country-finland = Finland
country-japan = Japan
country-romania = Romania
country-singapore = Singapore
country-slovakia = Slovakia
country-sweden = Sweden
country-switzerland = Switzerland
country-united-arab-emirates = United Arab Emirates
country-united-kingdom = United Kingdom
country-united-states = United States

# Several things, one after another.
list = { $all }, { $next }
# Several sentences, one after another.
sentences = { $all } { $next }
month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
months = { $first } to { $last }

suits-title = What suits you
suits-lead = No product pays us. What comes with your computer counts, too.
suits-looked = We checked these facts on { $date }.
suits-business = We have not compared business products yet. This is what comes with the computer.
suits-place = { $place }. { $name }
suits-name-linux = Linux without an antivirus
suits-chip-built-in = Built in
suits-chip-free = Free
suits-chip-costs = Costs money
suits-chip-not-known = Price not known
suits-built-in-windows = It is part of Windows. There is nothing to install.
suits-built-in-mac = It is part of macOS. There is nothing to install.
suits-built-in-linux = The help of the GNOME desktop says that you probably need none.
suits-free = It costs nothing.
suits-covers = We checked: { $what }.
suits-has = Has: { $what }.
suits-larger-plan = In a larger plan: { $what }.
suits-limited = Only in part: { $what }.
suits-not-for = Not for: { $what }.
suits-lacks = Without: { $what }. You can get that on its own.
suits-not-known = We do not know: { $what }.
suits-result = { $lab }, { $on }, { $when }: { $what }. Reported by { $who }.
suits-points-protection = protection { $got } of { $of } points
suits-points = { $got } of { $of } points
suits-award = award “{ $name }”
suits-blocked = { $percent }% of attacks stopped
suits-no-month = month not known
suits-no-result = We found no test on the devices you chose.
suits-owner = Owner: { $owner } ({ $countries }).
suits-owner-alone = Owner: { $owner }.
suits-country-alone = Country of the company: { $countries }.
suits-no-owner = We do not know who owns it.
suits-price = List price: { $usd } dollars a year, for any number of devices.
suits-price-for = { $devices ->
    [one] List price: { $usd } dollars a year for one device.
   *[other] List price: { $usd } dollars a year for up to { $devices } devices.
}
suits-no-price = We do not know its price.
suits-second-year = The second year costs about { $times } times the first.
suits-no-second-year = We do not know the price of the second year. Look before you pay.
suits-renewal-never = There is nothing to renew.
suits-renewal-if-chosen = It renews by itself if you choose so.
suits-renewal-unless-stopped = It renews by itself unless you stop it.
suits-no-renewal = We do not know whether it renews by itself.
suits-sold-browsing-data = The US Federal Trade Commission said that its maker sold data on the websites people visited. In 2024 the maker agreed to pay 16.5 million dollars and to stop.
suits-private-use-only = Its license is for homes only.
suits-windows-ten-ends = On Windows 10 it gets no new versions. It is planned to end there in April 2027.
suits-site = The maker's address: { $site }
suits-also = Further down our list: { $names }.
suits-one-company-title = Four brands, one company
suits-one-company = Norton, Avast, AVG and Avira belong to Gen Digital. To move from one to another is to stay with the same company.
suits-out-title = Left out, and why
suits-out = { $names }: { $why }.
suits-order = How we sort: first what has all you asked for. Then what comes with the computer, what has each thing in full, and what did best in tests. What we do not know counts against a product.

out-on-demand = looks only when you ask it to, so it does not guard the computer
out-known-too-little = we know less than half of what we ask about
out-lacks = no { $what }
out-not-for = not for { $what }
out-costs = costs money
out-owned-elsewhere = no American owner
out-not-asked = for another system

fact-owner = the owner
fact-country = the owner's country
fact-cost = whether it costs money
fact-price = the price
fact-second-year = the price of the second year
fact-renewal = whether it renews by itself
fact-count = whether it is enough for so many devices
fact-larger-plan = { $what } in a larger plan
fact-common = { $what } (commonly described so)
fact-limited = { $what } in part
fact-lab = the test by { $lab } on { $on }

about-title = { $name }: how we know
about-page = { $publisher }: { $title }
about-states = It states: { $what }.
about-of = { $whose } As of { $date }.
about-said-lab = The test lab's own page.
about-said-maker = The maker's own page.
about-said-review = A review or report.
about-said-common = Commonly described so. We found no page of the maker.
about-not-known-title = Not known
about-not-known = We found nothing on: { $what }.

companions-title = What Kaspersky did besides
companions-lead = A VPN, passwords, rules for children, backup: one program for each need.
companions-browsers = Your browser can keep passwords, too: Chrome, Edge, Firefox and Safari do. We found no page that says whether they read this text file.
companions-passwords = Passwords
companions-vpn = VPN
companions-children = Rules for children
companions-backup = Backup
companions-encryption = Locked folders
companions-reads-export = It reads the text file that Kaspersky Password Manager exports.
companions-reads-not = It does not read Kaspersky's text file as it is.
companions-reads-not-known = We found no page that says whether it reads Kaspersky's text file. Try it before you remove anything.
companions-chosen = You chose this one
companions-built-in = It comes with the system.
companions-devices-not-known = The maker's page says which devices it runs on.
companions-country = Its maker is in { $country }.
