using Interleaving.SourceMap;

namespace Interleaving.Tests.Naming;

[TestFixture]
internal sealed class SourceNamesTests
{
    [TestCase("Actor", ".ctor", "Actor.new")]
    [TestCase("Actor", ".cctor", "Actor.static")]
    [TestCase("Actor+<>c__DisplayClass2_0", "<.ctor>b__0", "lambda in Actor.new")]
    [TestCase("Actor+<>c__DisplayClass2_0+<<-ctor>b__0>d", "MoveNext", "lambda in Actor.new")]
    [TestCase("Actor+<>c+<<-cctor>b__3_0>d", "MoveNext", "lambda in Actor.static")]
    public void What_stands_in_a_constructor_goes_by_it(string types, string method, string name) =>
        SourceNames.Frame(types.Split('+'), method).ShouldBe(name);
}
