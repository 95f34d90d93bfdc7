using System.Globalization;
using Benchmarks;

return args switch
{
    ["speed"] => Speed.Run(),
    ["lost-update"] => LostUpdates.Run(),
    ["policy"] => PolicyCost.Run(),
    ["never-wrong"] => NeverWrong.Run(100),
    ["never-wrong", var seeds] => NeverWrong.Run(int.Parse(seeds, CultureInfo.InvariantCulture)),
    ["compile"] => CompileCost.Run(),
    ["no-luck"] => NoLuck.Run(10_000),
    ["no-luck", var count] => NoLuck.Run(int.Parse(count, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project grader/Benchmarks -- <benchmark>

          speed          schedules a second and nanoseconds a yield point
          never-wrong [seeds]  the corpus of correct programs and broken twins (100 seeds unless given)
          lost-update    how likely a lost update is, by the number of writers
          compile        milliseconds that compiling a submission takes, here and in a worker
          policy         milliseconds that the policy adds to a submission
          no-luck [n]    grades the account without a lock under n seeds (10,000 unless given)
        """);
    return 2;
}
