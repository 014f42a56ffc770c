### Why: what changed, when, and what it means.

why-title = The US deadline was { $date }
why-lead = That was { $days } days ago. Since then Kaspersky may not send updates to people in the United States.
why-lead-clock = This computer's clock says { $date }. That cannot be right. Set the clock first: without it, we cannot say how long ago the deadline was.
why-point-federal = Federal agencies
why-point-announced = Decision announced
why-point-sales = No new sales
why-point-updates = US updates end
why-span = { $days } days
why-today = Today
why-you-title = What this means for you
why-you = Without updates, an antivirus misses new threats. The Commerce Department said that people and businesses that keep using it “will not face legal penalties under the Final Determination”, but take on the risk. A replacement can be free.
why-whom-title = Whom it covers
why-whom = People in the US, and US citizens and residents elsewhere. For others, removing it is your choice. Federal agencies and contractors have stricter rules. An employer or insurer may have them too.
why-reason-title = Why the US did this, and what Kaspersky says
why-reason = The Commerce Department: the company is subject to Russian law, and could be made to take data or hold back updates. That is no judgment on how well it finds viruses. Kaspersky: the decision rests on the “present geopolitical climate and theoretical concerns”, not on a full evaluation of its products.
why-ultraav-title = Many were moved to UltraAV
why-ultraav = In September 2024, many Windows PCs in the US were changed over to UltraAV. Billing may have moved with them. Look for charges by UltraAV or Pango.
why-facts = Facts checked on { $date }. This is information, not legal advice.
