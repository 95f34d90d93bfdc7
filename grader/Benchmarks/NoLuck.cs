using System.Diagnostics;
using System.Globalization;
using Grader;
using Grader.Intake;
using Grader.Preparing;
using Grader.Records;
using Grader.Weaving;
using Judge;
using Judge.Protocol;
using Judge.Suites;

namespace Benchmarks;

/// <summary>
/// Grades one broken submission again and again, each time under another seed: how often does it get away? (A stress test
/// of a well-known exercise track let an account without any lock pass in 47 of 60 runs.)
/// </summary>
internal static class NoLuck
{
    private const string Slug = "lost-update";
    private const string Criterion = "no-lost-update";

    public static int Run(int gradings)
    {
        var workspace = Workspace.Find(Directory.GetCurrentDirectory());
        var kata = workspace.Kata(Slug);
        var fault = Path.Combine(workspace.Root, "solutions", Slug, "faults", "no-lock.cs");
        var preparation = new Preparation(workspace.References, new SuiteStore(workspace.Suites));
        var prepared = preparation.PrepareAsync(SourceReader.Read("no-lock", kata, [fault]), CancellationToken.None).GetAwaiter().GetResult() as Prepared
            ?? throw new InvalidOperationException($"{fault} does not compile");
        var request = new JudgeRequest
        {
            Suite = prepared.Suite.Plain.Name,
            Woven = [prepared.Woven.Assembly!, prepared.Suite.Woven],
            Criteria = [Criterion],
        };
        var suite = SuiteRunner.Load(request).LoadWoven(request.Suite);

        var watch = Stopwatch.StartNew();
        var caught = 0;
        for (var seed = 1; seed <= gradings; seed++)
        {
            var verdicts = new List<Verdict>();
            SuiteRunner.Run(suite, request with { Exploration = new ExplorationBudget(workspace.Grading.Exploration.Schedules, seed) }, frame =>
            {
                if (frame is TestFinished test)
                    verdicts.Add(test.Verdict);
            });
            caught += verdicts.Contains(Verdict.DataRace) || verdicts.Contains(Verdict.WrongAnswer) ? 1 : 0;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"the account without a lock was caught in {caught:N0} of {gradings:N0} gradings, each with another seed ({watch.Elapsed.TotalSeconds:N0} s)"));
        return caught == gradings ? 0 : 1;
    }
}
