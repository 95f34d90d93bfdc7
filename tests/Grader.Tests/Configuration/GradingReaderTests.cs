using Grader.Configuration;

namespace Grader.Tests.Configuration;

public sealed class GradingReaderTests
{
    [Test]
    public void The_repositorys_own_file_is_valid() =>
        GradingReader.Read(Path.Combine(Repository.Root, "grading.json")).Katas.ShouldNotBeEmpty();

    [Test]
    public void A_good_file_becomes_records()
    {
        var kata = GradingReader.Parse(Desk.Grading).Katas.ShouldHaveSingleItem();
        kata.Name.ShouldBe("LostUpdate");
        kata.Criteria.Select(criterion => criterion.Points).ShouldBe([4, 3, 3]);
    }

    [TestCase("\"points\": 10", "\"pionts\": 10", "$.katas[0].pionts is not a known key; did you mean 'points'?")]
    [TestCase("\"seed\": 1", "\"seed\": 1, \"colour\": 3", "$.exploration.colour is not a known key; remove it, or use one of: schedules, seed")]
    [TestCase("\"points\": 4,", "\"points\": -4,", "$.katas[0].criteria[0].points is -4; give 0 or more")]
    [TestCase("\"points\": 10", "\"points\": 11", "$.katas[0].points is 11, but the criteria's points sum to 10; make them equal")]
    [TestCase("\"points\": 10", "\"points\": \"ten\"", "$.katas[0].points must be a number, but is \"ten\"")]
    [TestCase("\"title\": \"Fix the race\",", "", "$.katas[0].title is missing; add it")]
    [TestCase("\"id\": \"never-overdrawn\"", "\"id\": \"no-lost-update\"", "$.katas[0].criteria has 2 entries with the id 'no-lost-update'; keep one")]
    [TestCase("\"id\": \"lost-update\"", "\"id\": \"Lost_Update\"", "$.katas[0].id 'Lost_Update' must be lower-case words with hyphens, like lost-update")]
    [TestCase("[\"LostUpdate.cs\"]", "[\"../LostUpdate.cs\"]", "$.katas[0].files[0] '../LostUpdate.cs' must be a plain name that ends in .cs, without a folder")]
    [TestCase("[\"LostUpdate.cs\"]", "\"LostUpdate.cs\"", "$.katas[0].files must be a list [ … ], but is \"LostUpdate.cs\"")]
    [TestCase("\"wallSeconds\": 60", "\"wallSeconds\": 0", "$.limits.wallSeconds is 0; give 1 or more")]
    [TestCase("\"schedules\": 200", "\"schedules\": 0", "$.exploration.schedules is 0; give 1 or more")]
    [TestCase("\"schedules\": 200", "\"schedules\": 1.5", "$.exploration.schedules must be a whole number, but is 1.5")]
    [TestCase("\"points\": 4,", "\"points\": 4, \"atMost\": 2,", "$.katas[0].criteria[0] has a bound but no measure; add \"measure\": \"cpuOverhead\" or remove the bound")]
    [TestCase("\"points\": 4,", "\"points\": 4, \"measure\": \"cpuOverhead\",", "$.katas[0].criteria[0] has a measure and 0 bounds; give one of atMost and atLeast")]
    [TestCase("\"points\": 4,", "\"points\": 4, \"measure\": \"luck\", \"atMost\": 2,", "$.katas[0].criteria[0].measure must be one of \"cpuOverhead\", \"wallSpeedup\", but is \"luck\"")]
    [TestCase("\"hint\": \"Readers lock too.\"", "\"hint\": null", "$.katas[0].criteria[2].hint must not be null; leave the key out or give a value")]
    [TestCase("\"points\": 10,", "\"points\": 10, \"policy\": { \"allow\": [ \"File\" ] },", "$.katas[0].policy.allow[0] 'File' must be a full name, like System.Threading.Tasks.Parallel.For, or end in .* for all under it")]
    [TestCase("\"points\": 10,", "\"points\": 10, \"policy\": { \"forbid\": [ { \"member\": \"A.B\", \"reason\": \" \", \"instead\": \"x\" } ] },", "$.katas[0].policy.forbid[0].reason is empty; say why, in the words of the idea")]
    [TestCase("\"points\": 10,", "\"points\": 10, \"policy\": { \"forbid\": [ { \"member\": \"A.B\", \"reason\": \"x\" } ] },", "$.katas[0].policy.forbid[0].instead is missing; add it")]
    [TestCase("\"points\": 10,", "\"points\": 10, \"policy\": { \"allow\": [ \"A.B\" ], \"forbid\": [ { \"member\": \"A.B\", \"reason\": \"x\", \"instead\": \"x\" } ] },", "$.katas[0].policy allows and forbids 'A.B'; keep one")]
    [TestCase("\"points\": 4,", "\"points\": 4, \"hints\": { \"Deadlok\": \"x\" },", "$.katas[0].criteria[0].hints.Deadlok is not a verdict that a hint can answer; did you mean 'Deadlock'?")]
    [TestCase("\"points\": 4,", "\"points\": 4, \"hints\": { \"Accepted\": \"x\" },", "$.katas[0].criteria[0].hints.Accepted is not a verdict that a hint can answer; remove it, or use one of: WrongAnswer, DataRace, Deadlock, Livelock, NotParallel, TooSlow, TimeLimit, MemoryLimit, Crash")]
    [TestCase("\"points\": 4,", "\"points\": 4, \"hints\": { \"Deadlock\": \" \" },", "$.katas[0].criteria[0].hints.Deadlock is empty; say why it fails and what to try next")]
    [TestCase("\"points\": 4,", "\"points\": 4, \"hints\": [ \"x\" ],", "$.katas[0].criteria[0].hints must be an object { … }, but is a list")]
    [TestCase("\"points\": 4,", "\"points\": 4, \"hints\": { \"Deadlock\": 3 },", "$.katas[0].criteria[0].hints.Deadlock must be a text in quotes, but is 3")]
    [TestCase("\"points\": 10", "\"points\": 10, \"hints\": { \"deadlock\": \"x\" }", "$.katas[0].hints.deadlock is not a verdict that a hint can answer; did you mean 'Deadlock'?")]
    public void An_invalid_file_is_told_where_and_how_to_mend_it(string good, string bad, string told) =>
        Should.Throw<WrongUseException>(() => GradingReader.Parse(Broken(good, bad)))
            .Message.Split('\n').ShouldContain($"grading.json: {told}");

    [Test]
    public void A_key_that_stands_twice_is_refused() =>
        Should.Throw<WrongUseException>(() => GradingReader.Parse(Broken("\"seed\": 1", "\"seed\": 1, \"seed\": 2")))
            .Message.ShouldContain("seed");

    [Test]
    public void A_syntax_error_is_told_with_its_line() =>
        Should.Throw<WrongUseException>(() => GradingReader.Parse("{\n  \"katas\": [,]\n}"))
            .Message.ShouldStartWith("grading.json: line 2: ");

    [Test]
    public void All_that_is_wrong_is_told_at_once() =>
        Should.Throw<WrongUseException>(() => GradingReader.Parse(Broken("\"seed\": 1", "\"sead\": 1").Replace("\"threads\"", "\"threats\"")))
            .Message.Split('\n').Length.ShouldBe(2);

    [Test]
    public void A_katas_own_limits_lie_over_the_common_ones() =>
        new LimitOverrides(CpuSeconds: 5).Over(new Limits(WallSeconds: 9)).ShouldBe(new Limits(WallSeconds: 9, CpuSeconds: 5));

    [Test]
    public void The_committed_schema_is_the_one_that_the_types_give() => GradingSchema.Text().ShouldBeTheFile("grader/Grader/grading.schema.json");

    private static string Broken(string good, string bad)
    {
        var at = Desk.Grading.IndexOf(good, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0);
        return Desk.Grading[..at] + bad + Desk.Grading[(at + good.Length)..];
    }
}
