using Interleaving.Exploring;

namespace Interleaving.Tests.Frameworks;

/// <summary>What the environment says of a run: as many schedules in each test that says nothing, or less.</summary>
[NonParallelizable]
public sealed class RunDefaultsTests
{
    private const string Variable = "INTERLEAVING_SCHEDULES";

    private string? before;

    [SetUp]
    public void Keep() => before = Environment.GetEnvironmentVariable(Variable);

    [TearDown]
    public void Restore() => Environment.SetEnvironmentVariable(Variable, before);

    [TestCase(null, 0, 200)]
    [TestCase(null, 50, 50)]
    [TestCase("5000", 0, 5000)]
    [TestCase("5000", 50, 5000)]
    [TestCase("5000", 9000, 9000)]
    [TestCase("20", 0, 20)]
    public void A_test_is_explored_with(string? variable, int own, int schedules)
    {
        Environment.SetEnvironmentVariable(Variable, variable);
        var settings = new NUnit.InterleavedAttribute { Schedules = own };
        RunDefaults.FromEnvironment().With(settings).Schedules.ShouldBe(schedules);
    }

    [TestCase("many")]
    [TestCase("0")]
    [TestCase("-5")]
    [TestCase("5 000")]
    public void What_is_no_number_is_refused_by_name(string variable)
    {
        Environment.SetEnvironmentVariable(Variable, variable);
        Should.Throw<FormatException>(RunDefaults.FromEnvironment)
            .Message.ShouldBe($"The environment variable {Variable} is '{variable}'. It has to be a whole number, 1 or more.");
    }
}
