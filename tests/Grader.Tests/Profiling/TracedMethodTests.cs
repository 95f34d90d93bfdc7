using Grader.Profiling;
using Interleaving.SourceMap;

namespace Grader.Tests.Profiling;

/// <summary>Names of the runtime, and what a person reads in their place.</summary>
public sealed class TracedMethodTests
{
    [TestCase("ConcurrencyKatas.ParallelSum.Summation.Sum(int32,class System.Func`2<int32,int64>)", "ConcurrencyKatas.ParallelSum.Summation", "Summation.Sum")]
    [TestCase("Summation.Sum(int32)", "Summation", "Summation.Sum")]
    [TestCase("A.Sums+<>c__DisplayClass0_0.<Sum>b__0(int32)", "A.Sums+<>c__DisplayClass0_0", "lambda in Sums.Sum")]
    [TestCase("Program+<>c__DisplayClass0_0.<<Main>$>b__0(int32)", "Program+<>c__DisplayClass0_0", "lambda in Program.Main")]
    [TestCase("A.Sums+<LaterAsync>d__4.MoveNext()", "A.Sums+<LaterAsync>d__4", "Sums.LaterAsync")]
    [TestCase("A.Sums.<Sum>g__Half|0_1(int32)", "A.Sums", "Sums.Half")]
    [TestCase("A.Box`1+Inner[System.__Canon,System.Collections.Generic.List`1[System.Int32]].Add(!0)", "A.Box`1+Inner", "Box.Inner.Add")]
    [TestCase("A.Sums..ctor(int32)", "A.Sums", "Sums.new")]
    [TestCase("A.Sums.System.IDisposable.Dispose()", "A.Sums.System.IDisposable", "IDisposable.Dispose")]
    public void A_name_is_taken_apart(string told, string type, string shown)
    {
        var method = TracedMethod.Parse(told).ShouldNotBeNull();
        method.Type.ShouldBe(type);
        SourceNames.Frame(method.Types, method.Name).ShouldBe(shown);
    }

    [TestCase("")]
    [TestCase("?!?")]
    [TestCase("libcoreclr!?")]
    [TestCase(".")]
    [TestCase("..")]
    [TestCase("A.")]
    [TestCase(">.<")]
    [TestCase("]]")]
    public void What_is_no_name_is_no_method(string told) => TracedMethod.Parse(told).ShouldBeNull();
}
