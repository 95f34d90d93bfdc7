namespace Interleaving.Tests.Models;

public sealed class RandomModelsTests
{
    [Test]
    public void The_seed_decides_every_random_number()
    {
        const string Program = """
            public void Run()
            {
                var drawn = $"{Random.Shared.Next()} {new Random().Next()} {new Random().Next()} {Guid.NewGuid()} {Guid.CreateVersion7()}";
                Check(drawn.Split(' ').Distinct().Count() == 5);
                throw new Exception(drawn);
            }
            """;
        var first = Draw(1);
        first.ShouldContain("-4");
        first.ShouldContain("-7");
        Draw(1).ShouldBe(first);
        Draw(2).ShouldNotBe(first);

        static string Draw(int seed) =>
            Woven.ShouldFail(Program, FailureKind.Assertion, new() { Schedules = 2, Seed = seed }).Message;
    }
}
