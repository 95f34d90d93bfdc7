using System.Globalization;
using Benchmarks;
using Benchmarks.FirstBug;
using Benchmarks.PublicSolutions;
using Benchmarks.Scale;

return args switch
{
    ["speed"] => Speed.Run(),
    ["speed", var program] => Speed.Run(program),
    ["memory"] => Memory.Run(1_000_000),
    ["memory", var schedules] => Memory.Run(Number(schedules)),
    ["lost-update"] => LostUpdates.Run(),
    ["compile"] => CompileCost.Run(),
    ["policy"] => PolicyCost.Run(),
    ["sandbox"] => SandboxCost.Run(100),
    ["sandbox", var pairs] => SandboxCost.Run(Number(pairs)),
    ["first-bug"] => FirstBugs.Run(),
    ["first-bug", var runs] => FirstBugs.Run(Number(runs)),
    ["first-bug", var runs, var program] => FirstBugs.Run(Number(runs), program),
    ["completeness"] => Completeness.Run(),
    ["completeness", var program] => Completeness.Run(program),
    ["never-wrong"] => NeverWrong.Run(100),
    ["never-wrong", var seeds] => NeverWrong.Run(Number(seeds)),
    ["never-wrong", var seeds, var program] => NeverWrong.Run(Number(seeds), program),
    ["watch"] => WatchCost.Run(10),
    ["watch", var saves] => WatchCost.Run(Number(saves)),
    ["no-luck"] => NoLuck.Run(10_000),
    ["no-luck", var count] => NoLuck.Run(Number(count)),
    ["one"] => OneSubmission.Run(3),
    ["one", var rounds] => OneSubmission.Run(Number(rounds)),
    ["class"] => WholeClass.Run(60),
    ["class", var students] => WholeClass.Run(Number(students)),
    ["growth"] => Growth.Run(10_000),
    ["growth", var most] => Growth.Run(Number(most)),
    ["public-solutions", var folder] => PublicSolutionsTable.Run(folder),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project grader/Benchmarks -- <benchmark>

          first-bug [seeds [program]]  schedules to the first bug on SCTBench's small programs (100 seeds unless given)
          completeness [program]       schedules within 1, 2 and 3 preemptions on CHESS's small programs
          speed [program]              schedules a second and nanoseconds a yield point
          never-wrong [seeds [program]]  the corpus of correct programs and broken twins (100 seeds unless given)
          memory [n]                   what a search of n schedules holds on to (1,000,000 unless given)
          lost-update                  how likely a lost update is, by the number of writers
          compile                      milliseconds that compiling a submission takes, here and in a worker
          policy                       milliseconds that the policy adds to a submission
          watch [n]                    seconds from a save to the screen of `grader watch` (10 saves a kata unless given)
          sandbox [n]                  milliseconds that each sandbox adds to a judge, in n pairs (100 unless given)
          no-luck [n]                  grades the account without a lock under n seeds (10,000 unless given)
          one [rounds]                 one submission: `dotnet test`, `grader explain`, and one more in a class (3 rounds unless given)
          class [students]             submissions a minute where each student hands in every kata (60 students unless given)
          growth [n]                   10, 100, … n gradings: time for each, and what the grader holds (10,000 unless given)
          public-solutions <folder>    the folder's checkouts of bank-account solutions, explored, and run natively 20 times
        """);
    return 2;
}
