### What brought a person here, and what we found about it.

trouble-title = What brought you here?
trouble-lead = You can skip this. If you choose an answer, we also tell you what we found about it.
trouble-expired = Expired, or no more updates
trouble-successor = UltraAV, or a charge I do not know
trouble-upgrade = Windows will not upgrade
trouble-internet = No internet
trouble-certificates = Certificate or mail errors
trouble-bought = I bought or got this computer
trouble-work = My work told me
trouble-looking = Just looking
