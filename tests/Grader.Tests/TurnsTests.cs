using Grader.Records;

namespace Grader.Tests;

/// <summary>Whose submission comes next.</summary>
public sealed class TurnsTests
{
    private static readonly string[] Students = ["ann", "ann", "bob", "ann", "bob", "cyd"];

    [Test]
    public void A_worker_stays_with_its_student_and_then_takes_one_that_nobody_is_at()
    {
        var turns = new Turns(Submissions());
        turns.Next(null).ShouldBe(0);
        turns.Next(null).ShouldBe(2, "ann is being judged");
        turns.Next("ann").ShouldBe(1);
        turns.Next("ann").ShouldBe(3);
        turns.Next("ann").ShouldBe(5, "bob is being judged");
        turns.Next("cyd").ShouldBe(4, "all are begun, so it helps");
        turns.Next("bob").ShouldBeNull();
    }

    [Test]
    public void Each_is_given_out_once()
    {
        var turns = new Turns(Submissions());
        var given = new List<int>();
        for (string? student = null; turns.Next(student) is { } i; student = Students[i])
            given.Add(i);
        given.ShouldBe([0, 1, 3, 2, 4, 5]);
    }

    private static Submission[] Submissions()
    {
        var kata = Workspace.Find(Repository.Root).Kata("lost-update");
        return [.. Students.Select(student => new Submission(student, kata, []))];
    }
}
