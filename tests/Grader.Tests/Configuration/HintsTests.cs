using Grader.Configuration;
using Judge;

namespace Grader.Tests.Configuration;

/// <summary>Which hint answers a verdict: the criterion's, the kata's, the common one, or the general one of the criterion.</summary>
[TestFixture]
internal sealed class HintsTests
{
    private static readonly Criterion Plain = new("no-lost-update", "No update is lost", 4, "One lock for all three steps.");

    [Test]
    public void A_wrong_answer_shows_the_criterions_hint() => Hint(Plain, Verdict.WrongAnswer).ShouldBe("One lock for all three steps.");

    [Test]
    public void What_the_engine_found_has_a_hint_of_its_own_in_every_criterion(
        [Values(Verdict.DataRace, Verdict.Deadlock, Verdict.Livelock, Verdict.TimeLimit, Verdict.MemoryLimit, Verdict.Crash)] Verdict verdict) =>
        Hint(Plain, verdict).ShouldNotBe(Plain.Hint);

    [Test]
    public void A_katas_word_comes_before_the_common_one() =>
        Hint(Plain, Verdict.DataRace, new() { ["DataRace"] = "Lock every access." }).ShouldBe("Lock every access.");

    [Test]
    public void A_criterions_word_comes_before_the_katas()
    {
        var criterion = Plain with { Hints = new Dictionary<string, string> { ["Deadlock"] = "Give it back in a finally." } };
        Hint(criterion, Verdict.Deadlock, new() { ["Deadlock"] = "Look who waits." }).ShouldBe("Give it back in a finally.");
        Hint(criterion, Verdict.WrongAnswer, new() { ["Deadlock"] = "Look who waits." }).ShouldBe(Plain.Hint);
    }

    private static string Hint(Criterion criterion, Verdict verdict, Dictionary<string, string>? ofKata = null) =>
        Hints.For(new Kata("lost-update", "LostUpdate", "Fix the race", ["LostUpdate.cs"], 4, [criterion], Hints: ofKata), criterion, verdict);
}
