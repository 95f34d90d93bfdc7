using Benchmarks;

return args switch
{
    ["speed"] => Speed.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project grader/Benchmarks -- <benchmark>

          speed    schedules a second and nanoseconds a yield point
        """);
    return 2;
}
