using Interleaving.Naming;

namespace Interleaving.Tests.Naming;

[TestFixture]
internal sealed class CompilerNamesTests
{
    [TestCase("<Numbers>d__3", "Numbers")]
    [TestCase("<<Run>g__Items|0_0>d", "Items")]
    [TestCase("<<Run>g__Items|0_0>d__4", "Items")]
    [TestCase("Walker", "Walker")]
    public void An_iterator_goes_by_the_name_of_its_method(string type, string method) =>
        CompilerNames.Iterator(type).ShouldBe(method);

    [TestCase("<Run>g__Fetch|0_1", "Fetch")]
    [TestCase("<Run>b__0", null)]
    [TestCase("Fetch", null)]
    public void A_local_function_goes_by_its_own_name(string method, string? name) =>
        CompilerNames.LocalFunction(method).ShouldBe(name);
}
