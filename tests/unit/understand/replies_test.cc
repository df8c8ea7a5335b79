// Replies to what was asked or argued of a ground, and whose word decides when one sentence tells another's view and the writer's own.
#include "indexer/understand/replies.h"

#include <gtest/gtest.h>

#include "tests/unit/understand/cited.h"

namespace foi::understand {
namespace {

struct ReplyRow {
  std::string_view sentence;
  std::optional<bool> expected;
};

TEST(Replies, AskWhetherItWasRight) {
  constexpr ReplyRow rows[] = {
      {"i was asked whether section 43(2) was wrongly applied.", false},
      {"the question is whether we were right to use section 43(2).", true},
      {"you ask if section 43(2) was the right exemption.", true},
      {"i have considered whether section 43(2) is engaged.", true},
      {"you ask whether section 43(2) was right or wrong.", std::nullopt},
      {"i was asked whether section 43(2) was not applied.", std::nullopt},
      {"whether it was rightly used is a nice point.", std::nullopt},
      {"if section 43(2) applies the prices are exempt.", std::nullopt},
  };
  for (const ReplyRow& row : rows) EXPECT_EQ(asks_if_right(row.sentence), row.expected) << row.sentence;
}

TEST(Replies, AnswerBriefly) {
  constexpr ReplyRow rows[] = {
      {"it was.", true},
      {"it was not.", false},
      {"we weren't.", false},
      {"i find that it was, and the rest stays as it is.", true},
      {"in my view they were not.", false},
      {"no.", false},
      {"it was a long letter.", std::nullopt},
      {"you said that it was.", std::nullopt},
      {"if it was.", std::nullopt},
      {"i do not find that it was.", std::nullopt},
      {"the prices were not.", std::nullopt},
  };
  for (const ReplyRow& row : rows) EXPECT_EQ(answers_briefly(row.sentence), row.expected) << row.sentence;
}

TEST(Replies, JudgeAPlea) {
  constexpr ReplyRow rows[] = {
      {"we reject that submission.", false},
      {"the commissioner does not accept this argument.", false},
      {"the commissioner accepts that argument.", true},
      {"that contention is rejected.", false},
      {"we do not accept that.", false},
      {"whether we accept that argument does not matter.", std::nullopt},
      {"we accept the submission that the firm would lose.", std::nullopt},
      {"the tender was rejected.", std::nullopt},
      {"we reject some of that argument.", std::nullopt},
  };
  for (const ReplyRow& row : rows) EXPECT_EQ(judges_plea(row.sentence), row.expected) << row.sentence;
}

TEST(Replies, PartiesPlead) {
  constexpr ReplyRow rows[] = {
      {"the council submits that section 43(2) is engaged.", true},
      {"the complainant argues that section 43(2) is not engaged.", false},
      {"the complainant argues that the prices are old.", std::nullopt},
      {"the council says that it will tender again.", std::nullopt},
      {"the council submitted its evidence in may.", std::nullopt},
  };
  for (const ReplyRow& row : rows) EXPECT_EQ(pleads(row.sentence), row.expected) << row.sentence;
}

TEST(Replies, SpeakOfManner) {
  for (std::string_view text : {"that is right, and we are sorry for the delay.", "i agree that it came late.", "we did not explain it.",
                                "you are right about the tone."})
    EXPECT_TRUE(speaks_of_manner(text)) << text;
  for (std::string_view text : {"that is right.", "i agree that the rents are public.", "you were right at the time.", "the latest rents"})
    EXPECT_FALSE(speaks_of_manner(text)) << text;
}

struct EchoRow {
  std::string_view before, after;
  std::optional<bool> expected;
};

TEST(Replies, EchoWhatWasSupposed) {
  constexpr EchoRow rows[] = {
      {"you may have expected section 43(2)", " to apply, and it does.", true},
      {"you might have thought section 43(2)", " would be used, and indeed it is: the rents stay here.", true},
      {"you will have expected us to rely on section 43(2)", ", and so we do.", true},
      {"you may have expected section 43(2)", " to be used, but it has not been.", false},
      {"you may think section 43(2)", " applies, but it doesn't.", false},
      // Near-misses: no answer, an answer of something else, nothing supposed of its use.
      {"you may have expected section 43(2)", " to apply, and it does harm to say so.", std::nullopt},
      {"you may have expected section 43(2)", " to apply, and it may.", std::nullopt},
      {"you may have expected section 43(2)", " to apply to the rents.", std::nullopt},
      {"you may have expected section 43(2)", " to be dropped, and it has been.", std::nullopt},
      {"you may have expected section 43(2)", " to apply, and the depot has.", std::nullopt},
  };
  for (const EchoRow& row : rows) EXPECT_EQ(echoes(row.before, row.after), row.expected) << row.before << row.after;
}

TEST(Replies, SupposeOfTheReader) {
  for (std::string_view text :
       {"you may have expected ", "you might think that ", "you will have supposed ", "you may well wonder whether "})
    EXPECT_TRUE(supposes_of_reader(text)) << text;
  for (std::string_view text :
       {"you expected ", "you may ask us ", "we may have thought that ", "you may appeal, we think, ", "the firm may have expected "})
    EXPECT_FALSE(supposes_of_reader(text)) << text;
}

TEST(Replies, InAnswers) {
  constexpr CitedRow rows[] = {
      {"You may have expected section 43(2) to apply, and it does.", "foia-43-2 applied"},
      {"You might have thought that section 43(2) would be used here, and indeed it is: the rents are withheld.", "foia-43-2 applied"},
      {"You will have expected us to rely on section 43(2), and so we do.", "foia-43-2 applied"},
      {"You may have expected section 43(2) to apply. It does: the rents are withheld.", "foia-43-2 applied"},
      {"You may have supposed that section 43(2) applied to the rents, but it does not.", "foia-43-2 considered-not-applied"},
      {"You may have expected section 43(2) to apply. It does not, and the rents are enclosed.", "foia-43-2 considered-not-applied"},
      {"You may have expected the rents to be withheld under section 43(2).", "-"},
      {"You may have expected section 43(2) to apply. It was a wet day.", "-"},
      {"You are wrong to suggest that section 43(2) does not apply; the fees are withheld.", "foia-43-2 applied"},
      {"You are mistaken in thinking that we relied on section 43(2).", "foia-43-2 considered-not-applied"},
  };
  for (const CitedRow& row : rows) EXPECT_EQ(claims_of(in_answer(row.text)), row.expected) << row.text;
}

// After "We refused the request under section 43(2)."
constexpr CitedRow kReviews[] = {
    {"You say that section 43(2) was the wrong exemption, because the lease ended 90 days before you wrote. You are right. The rents are "
     "set out "
     "in the table.",
     "foia-43-2 overturned"},
    {"You may wonder whether section 43(2) was used to save embarrassment. It was not. I uphold its use.", "foia-43-2 upheld"},
    {"I uphold the use of section 43(2), although it does not apply to rents that we publish each year.", "foia-43-2 upheld"},
    // Who errs in what view, and what comes of the ground.
    {"You are mistaken in thinking that section 43(2) was not engaged.", "foia-43-2 upheld"},
    {"You are wrong to think that section 43(2) does not cover the fee schedule.", "foia-43-2 upheld"},
    {"You are wrong to suggest that section 43(2) should not have been applied.", "foia-43-2 upheld"},
    {"The council was not wrong to say that section 43(2) applied.", "foia-43-2 upheld"},
    {"It was not a mistake to conclude that section 43(2) was engaged.", "foia-43-2 upheld"},
    {"We were not mistaken in believing that section 43(2) covered the rents.", "foia-43-2 upheld"},
    {"The complainant was mistaken in claiming that section 43(2) was not available. The refusal stands.", "foia-43-2 upheld"},
    {"I cannot agree that section 43(2) does not apply.", "foia-43-2 upheld"},
    {"I am not persuaded that the exemption in section 43(2) is not made out.", "foia-43-2 upheld"},
    {"My colleague was mistaken in assuming that section 43(2) was engaged by a figure already in print.", "foia-43-2 overturned"},
    {"You were not wrong to say that section 43(2) did not apply.", "foia-43-2 overturned"},
    {"You are not mistaken in suggesting that section 43(2) was wrongly applied.", "foia-43-2 overturned"},
    {"You are mistaken in thinking that the depot has closed, and section 43(2) was not engaged by its plan.", "foia-43-2 overturned"},
    {"We are not convinced that the fee is secret, because section 43(2) does not protect it.", "foia-43-2 overturned"},
    {"It would be wrong to say that section 43(2) applied to every page. I uphold its use for the rest.", "foia-43-2 upheld"},
    {"You say that my colleague was wrong to conclude that section 43(2) was engaged.", "-"},
    {"You ask whether we were wrong to think that section 43(2) was engaged.", "-"},
    // What is conceded is how or when it was said, and not the ground.
    {"You say that section 43(2) was wrongly applied because it was cited late. That is right, and we are sorry for the delay. I uphold "
     "the use of the exemption.",
     "foia-43-2 upheld"},
    {"You wrote that section 43(2) had been misapplied and that the tone of our reply was brusque. You are right about the tone, and I "
     "apologise. I uphold the use of section 43(2).",
     "foia-43-2 upheld"},
    {"You say that section 43(2) should not have been used and that our reply was late. On the delay you are right. I uphold the use of "
     "section 43(2).",
     "foia-43-2 upheld"},
    {"You complain that our letter, which cited section 43(2), was not signed. That is so. I uphold the exemption.", "foia-43-2 upheld"},
    {"You say that section 43(2) was misapplied and that our letter was late. That is correct.", "-"},
    {"You say that section 43(2) was the wrong exemption, and that we sent it late. You are right, and the fees are attached.",
     "foia-43-2 overturned"},
    {"You say that section 43(2) was the wrong exemption. You are right.", "foia-43-2 overturned"},
    {"You argue that section 43(2) was wrongly cited. I agree.", "foia-43-2 overturned"},
    // Who went too far, and in what.
    {"The Council went too far in redacting the rates under section 43(2), and these are enclosed.", "foia-43-2 overturned"},
    {"My colleague went too far in blanking the dates under section 43(2).", "foia-43-2 overturned"},
    {"The officer went too far when she took out the whole table under section 43(2).", "foia-43-2 overturned"},
    {"I do not think that we went too far in relying on section 43(2).", "foia-43-2 upheld"},
    {"I do not think the Council went too far in redacting the prices under section 43(2).", "foia-43-2 upheld"},
    {"You say that the Council went too far in redacting the prices under section 43(2). I do not agree.", "foia-43-2 upheld"},
    {"The contractor went too far with the digger. I uphold section 43(2).", "foia-43-2 upheld"},
    {"My colleague went too far in his apology. I uphold section 43(2).", "foia-43-2 upheld"},
    // Asked, and answered in a word.
    {"I was asked whether section 43(2) was wrongly applied. It was.", "foia-43-2 overturned"},
    {"I was asked whether section 43(2) was wrongly applied. It was not.", "foia-43-2 upheld"},
    {"The question is whether we were right to use section 43(2). We were, and I explain why below.", "foia-43-2 upheld"},
    {"You ask if section 43(2) was the right exemption. It was not.", "foia-43-2 overturned"},
    {"I was asked whether section 43(2) was wrongly applied. It was a long afternoon.", "-"},
    {"I was asked whether section 43(2) was wrongly applied. The file is thick. It was.", "-"},
    // Assent and dissent.
    {"You say that section 43(2) was the wrong exemption. That is right, and the prices are enclosed.", "foia-43-2 overturned"},
    {"You say that section 43(2) was the wrong exemption. That is not so.", "foia-43-2 upheld"},
    {"You say that section 43(2) was the right exemption for half of it. That is right.", "foia-43-2 upheld"},
    // Another's view is conceded, and the writer's own follows.
    {"While you do not accept that section 43(2) applies, the decision was correct.", "foia-43-2 upheld"},
    {"Although you say that the firm has closed, I find that section 43(2) was correctly applied.", "foia-43-2 upheld"},
    {"While you argue that section 43(2) was wrongly applied, the Council disagrees.", "-"},
    {"Although you say that section 43(2) was wrongly applied, you give no reason.", "-"},
    // What was wrongly held is not so.
    {"We were wrong to conclude that section 43(2) applied.", "foia-43-2 overturned"},
    {"I do not think that we were wrong to conclude that section 43(2) applied.", "foia-43-2 upheld"},
    {"My colleague was not mistaken in finding that section 43(2) applied.", "foia-43-2 upheld"},
    {"My colleague was wrong to send it by post. I find that section 43(2) was correctly applied.", "foia-43-2 upheld"},
    // Weighed, and decided.
    {"In your favour there is the time that has passed. I come down where the first answer did: section 43(2) was rightly used.",
     "foia-43-2 upheld"},
    {"I wondered about section 38 on that account, but there is no call for it.\n\nResult\n\nYour complaint is not upheld.",
     "foia-38 considered-not-applied; foia-43-2 upheld"},
    // What ends it.
    {"Section 43(2) has fallen out of the picture.", "foia-43-2 withdrawn"},
    {"The firm has fallen out of the picture. I uphold section 43(2).", "foia-43-2 upheld"},
    {"The figures were in the press, and that alone is fatal to section 43(2).", "foia-43-2 overturned"},
    {"That is not fatal to section 43(2).", "-"},
    {"It would be fatal to section 43(2) if the price were known.", "-"},
    {"The fall was fatal to a member of the public. I uphold section 43(2).", "foia-43-2 upheld"},
};

TEST(Replies, InReviews) {
  for (const CitedRow& row : kReviews)
    EXPECT_EQ(claims_of(in_review("We refused the request under section 43(2).\n\n" + std::string(row.text))), row.expected) << row.text;
}

TEST(Replies, NoneOfSeveralWasApplied) {
  constexpr CitedRow rows[] = {
      {"Neither section 43(2), section 40(2) nor section 41(1) was applied, and nothing was kept back.",
       "foia-40-2 considered-not-applied; foia-41-1 considered-not-applied; foia-43-2 considered-not-applied"},
      {"Neither section 40(2) nor section 41(1) was rightly applied.", "foia-40-2 overturned; foia-41-1 overturned"},
  };
  for (const CitedRow& row : rows) EXPECT_EQ(claims_of(in_review(row.text)), row.expected) << row.text;
}

// After "The council withheld the lease under section 43(2)."
constexpr CitedRow kNotices[] = {
    // A clause that says what follows from it is no view that is disbelieved.
    {"The Commissioner is not persuaded that prejudice would be likely, which means that section 43(2) is not engaged.",
     "foia-43-2 overturned"},
    {"He cannot accept that argument and it follows that section 43(2) is not engaged.", "foia-43-2 overturned"},
    {"He is not convinced that the harm is real and his view is that section 43(2) is not engaged.", "foia-43-2 overturned"},
    {"He does not accept that section 43(2) is not engaged.", "foia-43-2 upheld"},
    {"The council, whose supplier has ceased trading, has withdrawn section 43(2).", "foia-43-2 withdrawn"},
    {"The council and the contractor have agreed to drop section 43(2).", "foia-43-2 withdrawn"},
    {"The complainant submits that section 43(2) was not engaged. The Commissioner rejects that submission.", "foia-43-2 upheld"},
    {"The complainant submits that section 43(2) was not engaged. The Commissioner accepts that submission.", "foia-43-2 overturned"},
    {"The council submits that section 43(2) was engaged. The Commissioner rejects that submission.", "foia-43-2 overturned"},
    {"The complainant argues that the lease is old. The Commissioner rejects that argument.", "foia-43-2 applied"},
    {"The council submits that section 43(2) was engaged. The surveyor rejected that offer.", "foia-43-2 applied"},
    // Told of another case.
    {"In another notice the Commissioner found nothing wrong with the use of section 43(2).", "foia-43-2 applied"},
    {"The council referred to a decision of the Tribunal which found nothing wrong with the use of section 43(2).", "foia-43-2 applied"},
    {"The Commissioner was mistaken in holding that section 43(2) was engaged.", "foia-43-2 overturned"},
    {"The Commissioner was not wrong to find that section 43(2) was engaged.", "foia-43-2 upheld"},
    {"The appellant is wrong to argue that section 43(2) was not engaged.", "foia-43-2 upheld"},
    // Another case is named on the way to what is found in this one.
    {"The Commissioner finds, in line with decisions of the tribunal, that section 43(2) is engaged.", "foia-43-2 upheld"},
    {"As in earlier notices on fee schedules, the Commissioner is satisfied that section 43(2) is engaged.", "foia-43-2 upheld"},
    {"The Commissioner, who took this view in earlier notices, finds that section 43(2) is not engaged.", "foia-43-2 overturned"},
    {"In line with earlier notices, the Commissioner's view is that section 43(2) is engaged.", "foia-43-2 upheld"},
    {"In another notice the Commissioner finds that section 43(2) covers rents.", "foia-43-2 applied"},
    {"The decision of the Upper Tribunal holds that section 43(2) is engaged by rents.", "foia-43-2 applied"},
    {"In a previous notice it was found that section 43(2) was not engaged.", "foia-43-2 applied"},
    {"The council relied on previous notices in which section 43(2) was upheld.", "foia-43-2 applied"},
    {"The Commissioner finds nothing wrong with the use of section 43(2).", "foia-43-2 upheld"},
    // Left for the sake of the one before, or raised late and left.
    {"The council raised section 41(1) for the first time in its reply to him. As he has found that section 43(2) is engaged, he has not "
     "considered it.",
     "foia-43-2 upheld"},
    {"The council raised section 41(1) for the first time in its reply to him. He finds that section 41(1) is engaged.",
     "foia-41-1 upheld"},
    {"As the lease is old, he has not considered section 43(2).", "foia-43-2 considered-not-applied"},
    // A plea waits for the next sentence only: what comes between may be another's.
    {"The complainant argues that section 43(2) is not engaged. The Council replied that the prices were live. The Commissioner accepts "
     "that argument.",
     "foia-43-2 applied"},
};

// An act that a concession takes in is not added, and its words are not looked up.
TEST(Replies, ConcessionsAddNoAct) {
  for (std::string_view text :
       {"Although the complainant did not rely on section 43(2), the council was right to refuse.",
        "While you do not accept the cost estimate would exceed the limit of 18 hours, the refusal stands.",
        "While you do not uphold it, the decision stands.", "While you say that we have not relied on section 43(2), the refusal stands."})
    EXPECT_NE(in_review(text), "foia-43-2 overturned") << text;
}

TEST(Replies, InNotices) {
  for (const CitedRow& row : kNotices)
    EXPECT_EQ(claims_of(described(
                  understand_text(notice_with("2. The council withheld the lease under section 43(2). " + std::string(row.text))).record)),
              row.expected)
        << row.text;
}

}  // namespace
}  // namespace foi::understand
