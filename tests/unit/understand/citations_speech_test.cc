// Ways in which officers, reviewers and the Commissioner speak of a ground, told by what they claim; near-misses beside each.
#include <gtest/gtest.h>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

// Applied, in as many verbs, voices and orders as officers have.
constexpr CitedRow kApplied[] = {
    {"The unit rates fall to be withheld: section 43(2) of the Act bites on them.", "foia-43-2 applied"},
    {"Section 31(1)(a) is the reason that we are not telling you which version we run.", "foia-31-1-a applied"},
    {"The report has been held back in its entirety under section 22.", "foia-22 applied"},
    {"We must decline to let you have the statements, which section 30(1)(a)(i) protects.", "foia-30-1-a-i applied"},
    {"This is a refusal under section 14(1) of the Act.", "foia-14-1 applied"},
    {"We are not able to do this within the costs limit (FOIA, s.12).", "foia-12 applied"},
    {"Question 3 cannot be answered within the appropriate limit, section 12(1).", "foia-12-1 applied"},
    {"The names have been taken out, section 40(2).", "foia-40-2 applied"},
    {"The rates are being kept back. Section 43(2).", "foia-43-2 applied"},
    {"Withheld. Reg. 12(4)(d) EIR.", "eir-12-4-d applied"},
    {"What you have asked for is exempt information under section 40(2) of the FOI Act.", "foia-40-2 applied"},
    {"It is our position that section 24(1) is required here to safeguard national security and so we will not be disclosing the plan.",
     "foia-24-1 applied"},
    {"The Trust therefore invokes section 38(1)(a).", "foia-38-1-a applied"},
    {"The exemption we have turned to is section 41(1).", "foia-41-1 applied"},
    {"Release is barred by section 44(1)(a).", "foia-44-1-a applied"},
    {"Section 44(1)(a) prohibits us from giving you the file.", "foia-44-1-a applied"},
    {"The minutes are caught by section 36(2)(b)(ii).", "foia-36-2-b-ii applied"},
    {"Section 40(2) prevents us from sending the list.", "foia-40-2 applied"},
    {"The answer to question 4 is no, and the ground is section 31(1)(a).", "foia-31-1-a applied"},
    {"Exemption claimed: s.43(2).", "foia-43-2 applied"},
    {"Exemptions engaged - s31(1)(a), s43(2)", "foia-31-1-a applied; foia-43-2 applied"},
    {"Reason for refusal: Section 12(1) - cost", "foia-12-1 applied"},
    {"The following exemptions have been used: sections 40(2) and 41(1).", "foia-40-2 applied; foia-41-1 applied"},
    {"Section 40(2) has been relied on for the names and section 43(2) for the prices.", "foia-40-2 applied; foia-43-2 applied"},
    {"It follows that the information may be withheld under section 35(1)(a), and we withhold it.", "foia-35-1-a applied"},
    {"We regard the request as vexatious within section 14(1) and will not be answering it.", "foia-14-1 applied"},
    {"By reason of section 12(1) the Council does not have to comply.", "foia-12-1 applied"},
    {"We are entitled to refuse under section 14(2), and do so.", "foia-14-2 applied"},
    {"We are not able to give you this. It is the personal data of other people. Section 40(2) of the Act exempts it.",
     "foia-40-2 applied"},
    {"The price is known to two people here. Section 43(2) protects it and we have left it out.", "foia-43-2 applied"},
    {"We will not send the legal advice: section 42(1) exempts it.", "foia-42-1 applied"},
    {"Section 21 is engaged because the minutes are on our website.", "foia-21 applied"},
    {"Where you could reasonably obtain them there, they are exempt under section 25(1) of FOISA, but to save you the trouble we enclose "
     "them.",
     "foisa-25-1 applied"},
    {"The Board holds the price schedule and considers it to be exempt in terms of section 33(1)(b) of FOISA.", "foisa-33-1-b applied"},
    {"Our reading of section 43(2) is that it covers the day rates, and they have not been included.", "foia-43-2 applied"},
    {"The identities of the complainants attract section 40(2).", "foia-40-2 applied"},
    {"As regards the drawings, we plead section 38(1)(b).", "foia-38-1-b applied"},
    {"To hand over the code would prejudice the prevention of crime. We must therefore refuse it; see section 31(1)(a).",
     "foia-31-1-a applied"},
    {"Please treat this as a refusal of question 2, pursuant to section 42(1).", "foia-42-1 applied"},
    {"Question 5: s.21, it is on our website.", "foia-21 applied"},
    {"The grounds for refusing are those in sections 31(1)(a) and 38(1)(b) of the Act.", "foia-31-1-a applied; foia-38-1-b applied"},
    {"Names and mobile numbers do not appear in the copy sent to you (section 40(2)).", "foia-40-2 applied"},
    {"The Trust believes that, were the prices known, its commercial interests would suffer, and so claims the exemption in section 43(2).",
     "foia-43-2 applied"},
    {"We do not have to send you what you can already read for yourself: section 21.", "foia-21 applied"},
    {"Under section 22A the data will not be released until the study ends.", "foia-22a applied"},
    {"It would cost some £3,200 to do this, so section 12(1) relieves us of the duty to comply.", "foia-12-1 applied"},
    {"Your request is the eleventh in a month and we consider it vexatious: section 14(1).", "foia-14-1 applied"},
    {"Regulation 12(4)(e) of the EIR has been applied to the e-mails between officers.", "eir-12-4-e applied"},
    {"In accordance with regulation 6(1)(b) of the EIR we refer you to the planning portal.", "eir-6-1-b applied"},
    {"This notice is given under section 17 of FOISA: the Board does not hold such a list.", "foisa-17 applied"},
    {"The exemption in section 30(b)(i) of FOISA is engaged and the drafts are withheld.", "foisa-30-b-i applied"},
    {"Section 38(1)(b) of FOISA applies to the names of junior staff.", "foisa-38-1-b applied"},
    {"The public interest in favour of section 36(2)(b)(i) is the stronger, and the minute stays closed.", "foia-36-2-b-i applied"},
    {"The exemption at s.35(1)(a) is being maintained for the time being.", "foia-35-1-a applied"},
    {"Having asked ourselves whether section 41(1) would be breached by disclosure we think that it would, and the letter is withheld.",
     "foia-41-1 applied"},
    {"The data protection principles forbid it, so section 40(2) applies.", "foia-40-2 applied"},
    {"On the evidence before us section 41(1) is made out and the letters stay confidential.", "foia-41-1 applied"},
    {"Two passages on page 4 are blanked out (s.42(1)).", "foia-42-1 applied"},
    {"For part (c) we rely upon the exemption for commercial interests at s43(2).", "foia-43-2 applied"},
    {"Because of section 40(2) the spreadsheet does not show ages.", "foia-40-2 applied"},
    {"Part 3 is refused: the exemption is the one in section 24(1).", "foia-24-1 applied"},
    {"We have had regard to section 36(2)(b)(i), the qualified person having given her opinion on 4 May, and are withholding the e-mails.",
     "foia-36-2-b-i applied"},
    {"Disclosing the route would endanger the crew, which section 38(1)(b) is there to prevent. We are therefore not disclosing it.",
     "foia-38-1-b applied"},
    {"You will find this at gov.uk, and so it is exempt (section 21).", "foia-21 applied"},
    {"Section 22(1) is engaged, and will be until 3 March.", "foia-22-1 applied"},
    {"The Council's position on the valuations is regulation 12(5)(e) of the EIR.", "eir-12-5-e applied"},
    {"We confirm that section 35(1)(a) has been applied to both papers.", "foia-35-1-a applied"},
    {"Section 41, unlike section 43, has no public interest test built in; we apply section 41 to the letter.", "foia-41 applied"},
};

// Neither confirmed nor denied.
constexpr CitedRow kNcnd[] = {
    {"The force neither confirms nor denies that it holds any information, by virtue of section 31(3).", "foia-31-3 ncnd"},
    {"Our duty to say whether we hold it is removed by section 40(5B)(a)(i).", "foia-40-5b-a-i ncnd"},
    {"We can neither confirm nor deny that such a complaint exists. Section 40(5B)(a)(i) takes the duty away where saying so would itself "
     "disclose personal data.",
     "foia-40-5b-a-i ncnd"},
    {"The Trust will not say whether or not it holds this, relying on section 24(2).", "foia-24-2 ncnd"},
    {"Neither confirming nor denying is permitted by section 41(2), and that is what we do.", "foia-41-2 ncnd"},
    {"Section 30(3) excludes the duty to confirm or deny in this case.", "foia-30-3 ncnd"},
    {"The duty in section 1(1)(a) does not apply, by virtue of section 23(5).", "foia-23-5 ncnd"},
    {"No inference should be drawn from our use of section 31(3) as to whether anything is held.", "foia-31-3 ncnd"},
    {"We are neither confirming nor denying that we hold it (section 18 of FOISA with section 39(1)).", "foisa-18 ncnd; foisa-39-1 ncnd"},
};

// Looked at, and not relied on; or given up.
constexpr CitedRow kConsidered[] = {
    {"We thought about section 36, and decided against it.", "foia-36 considered-not-applied"},
    {"Section 43(1) exempts trade secrets and isn't relied on. Section 43(2) is what applies to the rates, which are withheld.",
     "foia-43-1 considered-not-applied; foia-43-2 applied"},
    {"Although section 22 could have been used, we have chosen to send the draft.", "foia-22 considered-not-applied"},
    {"We toyed with section 36 but the Monitoring Officer was not persuaded.", "foia-36 considered-not-applied"},
    {"Our solicitors raised section 42(1) but we have not relied on it.", "foia-42-1 considered-not-applied"},
    {"The supplier asked us to apply section 43(2). We do not agree that it is engaged and enclose the prices.",
     "foia-43-2 considered-not-applied"},
    {"We looked at section 31(1)(f) as well; a hospital is not a prison and it is not relied on.", "foia-31-1-f considered-not-applied"},
    {"We had been minded to withhold the costs under section 43(2) but on reflection the public interest favours release, and they are "
     "attached.",
     "foia-43-2 considered-not-applied"},
    {"Section 38 was considered but, on balance, the public interest lies in disclosure.", "foia-38 considered-not-applied"},
    {"The exemption at section 35(1)(a) is engaged, but the public interest in maintaining it does not outweigh that in disclosure and so "
     "the paper is attached.",
     "foia-35-1-a considered-not-applied"},
    {"Neither section 41 nor section 43 is engaged, in our view, and the letter is enclosed.",
     "foia-41 considered-not-applied; foia-43 considered-not-applied"},
    {"We do not seek to rely on section 12, even though the search took 25 hours.", "foia-12 considered-not-applied"},
    {"Section 40(2) is not made out: the director's name is public already.", "foia-40-2 considered-not-applied"},
    {"We did not feel that we could rely upon section 36(2)(c).", "foia-36-2-c considered-not-applied"},
    {"Section 24(1) was looked at and rejected.", "foia-24-1 considered-not-applied"},
    {"We concluded that section 41(1) would not be engaged.", "foia-41-1 considered-not-applied"},
    {"We previously told you that the fees were exempt under section 43(2). We withdraw that and enclose them.", "foia-43-2 withdrawn"},
    {"Our letter of 3 May cited section 22. As the report is now out, that exemption is no longer claimed.", "foia-22 withdrawn"},
    {"The Council no longer maintains section 41.", "foia-41 withdrawn"},
    {"We have dropped our reliance on section 36(2)(c).", "foia-36-2-c withdrawn"},
    {"We considered whether either exemption, section 24 or section 31(1)(a), is engaged. We do not think either exemption is engaged, "
     "since the number was given in a press release.",
     "foia-24 considered-not-applied; foia-31-1-a considered-not-applied"},
    {"We gave thought to section 24 but it sets a higher bar than the case needs.", "foia-24 considered-not-applied"},
    {"You may wonder why we have not used section 14. We do not regard your request as vexatious.", "foia-14 considered-not-applied"},
    {"We had intended to rely on section 22; publication has since been cancelled and so we do not.", "foia-22 considered-not-applied"},
    {"We have chosen not to apply section 36.", "foia-36 considered-not-applied"},
    {"This time we have not charged you nor invoked section 12.", "foia-12 considered-not-applied"},
    {"The officer suggested section 38; nobody would come to harm, however, and it has not been applied.",
     "foia-38 considered-not-applied"},
    {"Our lawyers have advised that section 42 has no application, and the opinion is enclosed.", "foia-42 considered-not-applied"},
    {"Section 38 does not stand in the way of disclosure here.", "foia-38 considered-not-applied"},
};

// Named for comparison, in general, of other cases and times, as an example, from a template; or by the requester, who is quoted.
constexpr CitedRow kNamed[] = {
    {"Not to be mixed up with section 22, section 22A covers research: it is exempt under section 22A(1)(b)(i).", "foia-22a-1-b-i applied"},
    {"Section 22 is a different exemption and plays no part here.", "-"},
    {"People often confuse this with section 36.", "-"},
    {"Until 2019 we used to refuse requests like yours under section 31.", "-"},
    {"For years the Council withheld such lists under section 31. That is no longer our practice and the list is enclosed.", "-"},
    {"[Section 43 – delete if not applicable]", "-"},
    {"Under the Act the place to look would have been section 42.", "-"},
    {"Section 24 is for cases in which the safety of the country is at stake.", "-"},
    {"A named officer's e-mail address would be a section 40 matter.", "-"},
    {"Section 12 means that an authority need not comply when the cost would go beyond the limit. There is no charge in this case.", "-"},
    {"The Act lets us refuse where the cost is too high (section 12), but yours took two hours.", "-"},
    {"Section 12 is not in issue.", "-"},
    {"The Chief Executive is the qualified person for section 36.", "-"},
    {"They may tell you that an exemption (say section 38 or section 43) was wrongly used.", "-"},
    {"Sections 12 and 14 are procedural grounds on which the team may decide alone.", "-"},
    {"Please note that we would ordinarily consider section 40 before naming anyone. Everything is attached.", "-"},
    {"Had you asked for the names we would have had to think about section 40(2).", "-"},
    {"If the request had been wider, section 12 would have come into play.", "-"},
    {"You asked whether section 36 was used in 2021. It was not.", "-"},
    {"The Commissioner has said in other cases that section 43(2) is engaged by live tenders.", "-"},
    {"In FS50123456 the Commissioner found that section 36(2)(c) was not engaged.", "-"},
    {"The training covers sections 40, 41 and 43 of the Act.", "-"},
    {"We received 14 requests in 2022 that were refused under section 12.", "-"},
    {"The number of times that we relied on section 14(1) last year was three.", "-"},
    {"You told us that \"the clinic says it is exempt under section 41 and PALS says section 44\". All of it is attached.", "-"},
    {"In your e-mail you say that we ought not to use section 43 or section 36. Neither of these has been used.", "-"},
    {"You asked us to explain why section 40 was applied by another trust. We cannot speak for them.", "-"},
    {"You wrote: \"please do not hide behind section 12\". We have not done so.", "-"},
    {"Your concern was that we would claim section 43. We do not.", "-"},
    {"Section 33(1)(a) of FOISA is for trade secrets; no-one suggests there are any in a price list.", "-"},
    {"Section 40(2) would protect a junior member of staff, but the Chief Executive's salary is published anyway.", "-"},
    {"If you would like the names as well, bear in mind that section 40(2) is likely to apply.", "-"},
    {"Staff have been reminded of section 77 and of section 46.", "-"},
    {"Our leaflet on section 40 is attached.", "-"},
    {"The training slides cover section 12, section 14 and section 21.", "-"},
    {"A breakdown of refusals: section 12, 14; section 21, 30; section 40, 66.", "-"},
    {"You asked how often section 36 was claimed in the last five years. The answer is nine times.", "-"},
    {"Section 31 of the Act has many limbs. None of them is needed here.", "-"},
    {"Please note that information about deceased patients is normally covered by section 41.", "-"},
    {"Other requesters have been refused under section 14; you have not.", "-"},
    {"Were we to rely on anything it would be section 43, but there is no need: the prices are attached.", "-"},
    {"Section 14 was never in our minds.", "-"},
    {"The provider wanted the rates kept out under section 43(2). In our view they are not sensitive and they are given above.",
     "foia-43-2 considered-not-applied"},
    {"The code of practice under section 45 says that contracts should not be held in confidence without good reason.", "-"},
    {"The tribunal in that case held section 12 to have been engaged.", "-"},
    {"Requests which are refused under section 14 are not counted in the table.", "-"},
};

// Numbers of other laws, and of this one beside them.
constexpr CitedRow kOtherLaws[] = {
    {"a) Section 17 Children Act 1989 (children in need) 3,866. b) section 31 care orders (same Act) and section 38 interim orders: 312 "
     "and 274.",
     "-"},
    {"Section 33 (fly-tipping): 1,904 opened. Sections 33 and 34 are in the Environmental Protection Act 1990.", "-"},
    {"The section 31 grant was £38,000. That section is in the Local Government Act 2003.", "-"},
    {"The vendor has threatened to claim under section 36 of the option.", "-"},
    {"Section 42 was not used. We assume you mean the Fire and Rescue Services Act 2004.", "-"},
    {"Section 43 (Terrorism Act 2000): nil. Section 36 and section 42 are not search powers.", "-"},
    {"The court made an order under section 38, as the Children Act allows.", "-"},
    {"He was charged under section 20 and section 39 of the Offences Against the Person Act.", "-"},
    {"Also see section 17 of the Islands (Scotland) Act 2018.", "-"},
    {"Those sectioned under section 3 were transferred to section 37 in May.", "-"},
    {"Powers used: section 12 and section 60, Civic Government (Scotland) Act 1982.", "-"},
    {"Regulation 12 and regulation 13 of the Waste (England and Wales) Regulations 2011 require an assessment.", "-"},
    {"Reports under regulation 28 were sent twice.", "-"},
    {"The lease allows it at sections 21 and 40 to 43.", "-"},
    {"Part 2, section 41 of our standing orders was applied.", "-"},
    {"The section 106 deed, section 38 agreement and section 278 works were all signed.", "-"},
    {"A section 42 enquiry was refused in four cases.", "-"},
    {"Section 44 of the policy was withdrawn in May.", "-"},
    {"The report of the section 42 enquiry (Care Act 2014) is exempt under section 41(1) of the FOI Act.", "foia-41-1 applied"},
    {"He was detained under section 37 of the Mental Health Act. The rest is exempt under section 38.", "foia-38 applied"},
    {"Disclosure is prohibited by section 59 of the Data Protection Act 2018, hence section 44(1)(a) applies.", "foia-44-1-a applied"},
    {"The section 31 care orders numbered 40. Names are withheld under section 40(2).", "foia-40-2 applied"},
    {"The tenant was served with notice under section 21 and then under section 8.", "-"},
    {"Forty-two patients were on section 3 and nine on section 37/41.", "-"},
    {"The Care Quality Commission served two notices under section 29A. The warning under section 31 was lifted in May.", "-"},
    {"The Section 75 agreement and the section 256 transfer are attached.", "-"},
    {"Under section 40 of the Road Traffic Act the constable may do so, and section 38 offences numbered six.", "-"},
    {"The inquest was opened under section 4 and the regulation 28 report is attached.", "-"},
    {"The accounts show a section 31 grant of £4m and section 106 money of £2m.", "-"},
    {"Bus permits issued under section 19 and section 22 numbered 31 and 12.", "-"},
    {"The highway was adopted under a section 38 agreement in 1974.", "-"},
    {"A failure to register is an offence under section 33. Nobody was charged under section 34 either.", "-"},
    {"Article 31 notices numbered six and section 41 warrants two.", "-"},
    {"The child was looked after under section 20 before a section 38 order was made.", "-"},
    {"He is a section 12 approved doctor and uses a section 17 form.", "-"},
};

// Forms of lists, cells and footnotes.
constexpr CitedRow kForms[] = {
    {"The names are exempt under Section\n4O(2)1.", "foia-40-2 applied"},
    {"Exemptions\n\nPrice per list – section 43(2), which applies where release would be likely to prejudice commercial interests. The "
     "contract is about to be let again. So the exemption is upheld.",
     "foia-43-2 applied"},
    {"It is exempt:\n(1) – S.31(1)(a)\n(2) – S.31(1)(a)\n(3) – S.31(1)(a) and s.40 (2)", "foia-31-1-a applied; foia-40-2 applied"},
    {"Some of it is subject to exemptions under sections;\n• 29(1) (the economy),\n• 36(2)(b)(i) and 36(2)(b)(ii) (free and frank "
     "advice),\n• 40(2) (personal data)\nof FOIA.",
     "foia-29-1 applied; foia-36-2-b-i applied; foia-36-2-b-ii applied; foia-40-2 applied"},
    {"Section 12(1) lets a public authority refuse where to comply would exceed the limit. Subsection (2) is different and is the one "
     "which we apply.",
     "foia-12-2 applied"},
    {"We rely on regulation 12(5)(e) for the prices. 12(4)(d) applies to the drafts.", "eir-12-4-d applied; eir-12-5-e applied"},
    {"In terms of FOISA the information requested is held but I am refusing to provide it in terms of section 16(1).\nThe exemptions that "
     "I consider to be applicable are:\n\nSections 35(1)(a) and (b) – Law Enforcement\n\nInformation is exempt if disclosure would, or "
     "would be likely to, prejudice substantially (a) the prevention of crime. Flight times are as good as a timetable.",
     "foisa-35-1-a applied; foisa-35-1-b applied"},
    {"FOISA applies.\n\nSections 35(1)(a) and (b) – Law Enforcement\n\nFlight times are as good as a timetable.",
     "foisa-35-1-a applied; foisa-35-1-b applied"},
    {"FOISA applies.\n\nSection 35(1)(a) - Law Enforcement\n\nFlight times are as good as a timetable.", "foisa-35-1-a applied"},
    {"We hold this information for council tax purposes. It is exempt:\n(1) – S.31(1)(a)\n(2) – S.31(1)(a)\n(3) – S.31(1)(a) and s.40 "
     "(2)\nS.31(1)(a) prevention or detection of crime\nA list of addresses where nobody is living helps people.",
     "foia-31-1-a applied; foia-40-2 applied"},
    {"We considered it and it did not start with us. It was marked in confidence and would found an action if it were passed on (and "
     "therefore is exempt under s. 41 FOIA) on top of what was said before.",
     "foia-41 applied"},
    {"You wanted prices\tCommercially sensitive – Section 43 applied, see below\nSoftware\tcyber exemption\n\nSection 43. There were four "
     "bids in July. The three who lost will bid again.",
     "foia-43 applied"},
    {"Appliances\t14 of 17; £38,622 in all. (Supplier: see contract register (s21), website)", "foia-21 applied"},
};

// The requester's own words, within the request.
constexpr CitedRow kAsked[] = {
    {"2. The unit price please. (My money is on you claiming section 43 or section 36. Prove me wrong.)", "-"},
    {"Please don't use section 40 as I'm not asking for names, and I don't believe section 12 could be reached.", "-"},
    {"Don't fob me off with section 14.", "-"},
    {"If section 43 is what you are thinking of, the contract ended in 2019.", "-"},
    {"I know that other trusts have withheld this under section 31(1)(a) but that's not good enough.", "-"},
};

// What a review made of a ground.
constexpr CitedRow kReviewed[] = {
    {"The answer you were given was that your request was vexatious within the meaning of section 14(1). That ought not to have been said "
     "and I have set it aside.",
     "foia-14-1 overturned"},
    {"We told you that section 43(2) applied. I have come to a different view: the rates are four years old and are enclosed.",
     "foia-43-2 overturned"},
    {"Our reply cited section 21. It should not have done.", "foia-21 overturned"},
    {"Section 36(2)(c) was cited in the first answer. The Trust gives it up.", "foia-36-2-c withdrawn"},
    {"The names were withheld under section 40(2). No change: I agree with our use of it.", "foia-40-2 upheld"},
    {"Having heard both sides the panel has upheld the Trust's position as regards section 43(2).", "foia-43-2 upheld"},
    {"I find no fault with the application of section 31(1)(a).", "foia-31-1-a upheld"},
    {"The officer was right to refuse under section 12(1).", "foia-12-1 upheld"},
    {"The refusal under section 14(1) is confirmed.", "foia-14-1 upheld"},
    {"The refusal under section 14(1) cannot stand.", "foia-14-1 overturned"},
    {"I have reached the same conclusion as the first officer on section 42(1).", "foia-42-1 upheld"},
    {"I have substituted section 40(2) for section 41(1).", "foia-40-2 added-at-review; foia-41-1 overturned"},
    {"Section 43(2) stands for the current contract but not for the one that has ended, which is enclosed.", "foia-43-2 partly-upheld"},
    {"Original response\n\nThe prices are exempt under section 43(2). Section 43(1) is not engaged.\n\nYour complaint\n\nYou said that we "
     "have no competitors.\n\nMy findings\n\nThe panel upholds the use of section 43(2).",
     "foia-43-1 considered-not-applied; foia-43-2 upheld"},
    {"Our answer of 4 May\n\nWe refused under section 12(1). Were you to narrow it, section 40(2) might apply to some of "
     "it.\n\nConclusion\n\nI uphold our reliance on section 12(1). Section 40(2) was not applied to anything and I say no more of it.",
     "foia-12-1 upheld"},
    {"We told you that nothing was held. We do hold the letter, but it was given in confidence and therefore is exempt under s.41 FOIA.",
     "foia-41 added-at-review"},
    {"Section 12(1) was not engaged, as the search takes five hours. I then wondered about section 14(1), but it is not applicable.",
     "foia-12-1 overturned; foia-14-1 considered-not-applied"},
    {"Having reconsidered, we are now able to release the plan that was withheld under section 24(1).", "foia-24-1 overturned"},
    {"You asked us to look again at section 38. I have, and my view is the same.", "foia-38 upheld"},
    {"Our first letter relied on section 12(1). On looking into it I found that the search takes two hours, so the limit is not exceeded "
     "and the figures are enclosed.",
     "foia-12-1 overturned"},
    {"In the original response the Trust applied section 40(2). I support that.", "foia-40-2 upheld"},
    {"I have no hesitation in confirming the use of section 14(1).", "foia-14-1 upheld"},
    {"The reliance placed on section 43(2) was misplaced.", "foia-43-2 overturned"},
    {"It was a mistake to have used section 21.", "foia-21 overturned"},
    {"The Council was justified in applying section 31(1)(a).", "foia-31-1-a upheld"},
    {"Section 36(2)(c) should never have been cited.", "foia-36-2-c overturned"},
    {"Our view on section 42(1) has not altered.", "foia-42-1 upheld"},
    {"We refused on 4 May under section 24(1). That refusal is hereby withdrawn.", "foia-24-1 withdrawn"},
    {"Section 43(2) remains appropriate for the rates, but I have decided that the total should be given to you.",
     "foia-43-2 partly-upheld"},
    {"Your complaint in respect of section 38(1)(b) is rejected.", "foia-38-1-b upheld"},
    {"Your complaint in respect of section 38(1)(b) is well founded and the map is attached.", "foia-38-1-b overturned"},
    {"I also consider that section 41(1) is engaged, which was not mentioned in the first answer.", "foia-41-1 added-at-review"},
    {"The names were refused under section 40(2). I am content that this was right.", "foia-40-2 upheld"},
    {"Your point about section 43(2) is a fair one and I have decided in your favour.", "foia-43-2 overturned"},
    {"The original decision on section 42(1) was sound.", "foia-42-1 upheld"},
    {"I do not think that section 31(1)(a) can be relied on and the list is now enclosed.", "foia-31-1-a overturned"},
    {"We will no longer be relying on section 36(2)(c).", "foia-36-2-c withdrawn"},
    {"It was right to cite section 40(2) for the names but wrong to cite it for the job titles.", "foia-40-2 partly-upheld"},
    {"Section 12 should have been cited rather than section 14.", "foia-12 added-at-review; foia-14 overturned"},
    {"I see no reason to disturb the decision under section 14(1).", "foia-14-1 upheld"},
};

// What the Commissioner made of one; what the authority did in the meantime counts, what it upheld at its own review does not.
constexpr CitedRow kDecided[] = {
    {"2. The Commissioner's decision is that the Trust:\n• is entitled to rely on section 43(2) for the current prices but not for those "
     "before 2020;\n• was not entitled to rely on section 12(1);\n• correctly withheld the names under section 40(2).\n\n3. The Trust "
     "withdrew its reliance on section 36(2)(c) during the investigation.",
     "foia-12-1 overturned; foia-36-2-c withdrawn; foia-40-2 upheld; foia-43-2 partly-upheld"},
    {"Request and response\n\n4. The trust refused under section 12(1). It also cited section 40(2). On review it maintained its "
     "position.\n\nReasons for decision\n\n5. Section 12(1) is engaged.\n\n6. The trust abandoned section 40(2) in its submission of 2 "
     "March.",
     "foia-12-1 upheld; foia-40-2 withdrawn"},
    {"2. The Commissioner's decision is that section 36(2)(c) is engaged but the public interest in disclosure prevails.",
     "foia-36-2-c overturned"},
    {"2. He has also decided that the reports do not engage section 41(1). Section 43(2) was properly relied upon.",
     "foia-41-1 overturned; foia-43-2 upheld"},
    {"2. The council relied on section 41(1).\n\n3. It follows that the exemption is not met.", "foia-41-1 overturned"},
    {"2. The council relied on sections 43(2) and 41. The Commissioner finds section 43(2) engaged and does not need to deal with section "
     "41.",
     "foia-41 considered-not-applied; foia-43-2 upheld"},
    {"2. The Commissioner is not persuaded that section 31(1)(a) applies.", "foia-31-1-a overturned"},
    {"2. The Commissioner disagrees with the council that section 14(1) was available to it.", "foia-14-1 overturned"},
    {"2. The complainant disputed section 42(1). The Commissioner upholds the council's use of it.", "foia-42-1 upheld"},
    {"2. The Commissioner considers that the balance of the public interest favours maintaining section 42(1).", "foia-42-1 upheld"},
    {"2. The council could not rely on section 21.", "foia-21 overturned"},
    {"2. The Commissioner accepts that section 24(1) was needed and finds that the public interest is best served by withholding.",
     "foia-24-1 upheld"},
    {"2. The council wrongly withheld the plans under regulation 12(5)(a) of the EIR. Regulation 13 was applied correctly.",
     "eir-12-5-a overturned; eir-13 upheld"},
    {"2. The Commissioner's view is that the Council has failed to show that section 43(2) is engaged.", "foia-43-2 overturned"},
    {"2. The Commissioner finds that the Trust was correct to refuse the request under section 12(2).", "foia-12-2 upheld"},
    {"2. The Trust no longer relied on section 38(1)(a) by the time of this notice. Section 40(2) has been properly applied.",
     "foia-38-1-a withdrawn; foia-40-2 upheld"},
    {"2. Section 14(1) does not apply and the Council must issue a fresh response.", "foia-14-1 overturned"},
    {"2. The request was vexatious and so section 14(1) was correctly relied on.", "foia-14-1 upheld"},
    {"2. The Commissioner has decided that section 31(1)(g) is engaged. The public interest in disclosure is however the weightier.",
     "foia-31-1-g overturned"},
    {"2. The exemption at section 41(1) cannot be sustained.", "foia-41-1 overturned"},
    {"2. The Commissioner concludes that the Council's refusal under regulation 12(4)(b) of the EIR was valid.", "eir-12-4-b upheld"},
    {"2. The council's reliance on section 43(2) fails.", "foia-43-2 overturned"},
    {"2. The Commissioner upholds the complaint about section 21.", "foia-21 overturned"},
    {"2. The Commissioner does not uphold the complaint about section 41(1).", "foia-41-1 upheld"},
    {"2. Sections 40(2) and 42(1) were cited correctly but section 43(2) was not.",
     "foia-40-2 upheld; foia-42-1 upheld; foia-43-2 overturned"},
    {"2. The council was entitled to neither confirm nor deny under section 40(5B)(a)(i).", "foia-40-5b-a-i upheld"},
    {"2. At review the council dropped section 31(1)(a) and relied on section 38(1)(b), which the Commissioner finds to be engaged.",
     "foia-31-1-a withdrawn; foia-38-1-b upheld"},
};

TEST(CitationSpeech, GroundsApplied) {
  for (const CitedRow& row : kApplied) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}

TEST(CitationSpeech, NeitherConfirmNorDeny) {
  for (const CitedRow& row : kNcnd) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}

TEST(CitationSpeech, GroundsConsidered) {
  for (const CitedRow& row : kConsidered) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}

TEST(CitationSpeech, GroundsOnlyNamed) {
  for (const CitedRow& row : kNamed) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}

TEST(CitationSpeech, OtherLaws) {
  for (const CitedRow& row : kOtherLaws) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}

TEST(CitationSpeech, Forms) {
  for (const CitedRow& row : kForms) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}

TEST(CitationSpeech, TheRequestersWords) {
  for (const CitedRow& row : kAsked) EXPECT_EQ(claims_of(in_request(row.text)), row.expected) << row.text;
}

TEST(CitationSpeech, Reviews) {
  for (const CitedRow& row : kReviewed) EXPECT_EQ(claims_of(in_review(row.text)), row.expected) << row.text;
}

TEST(CitationSpeech, Notices) {
  for (const CitedRow& row : kDecided)
    EXPECT_EQ(claims_of(described(understand_text(notice_with(row.text)).record)), row.expected) << row.text;
}

}  // namespace
}  // namespace foi::understand
