using Benchmarks;

return args switch
{
    ["speed"] => Speed.Run(),
    ["lost-update"] => LostUpdates.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project grader/Benchmarks -- <benchmark>

          speed          schedules a second and nanoseconds a yield point
          lost-update    how likely a lost update is, by the number of writers
        """);
    return 2;
}
