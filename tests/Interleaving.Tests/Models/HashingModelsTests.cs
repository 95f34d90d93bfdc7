namespace Interleaving.Tests.Models;

/// <summary>Hash codes are the same in every execution and in every process.</summary>
public sealed class HashingModelsTests
{
    [TestCase("public void Run() { var h = new object().GetHashCode(); var g = RuntimeHelpers.GetHashCode(new object()); Check(h == -1640531535 + int.MaxValue + 1 && h != g, h + \" \" + g); }", TestName = "identity hash decides")]
    [TestCase("class K { } sealed record R(string A, int B); sealed class N(string s) { readonly string s = s; public override int GetHashCode() => HashCode.Combine(s, 1); public override bool Equals(object? o) => o is N n && n.s == s; } public void Run() { var k = new K(); Check(k.GetHashCode() == k.GetHashCode() && RuntimeHelpers.GetHashCode(k) == k.GetHashCode()); var d = new Dictionary<object, int> { [k] = 1, [new N(\"x\")] = 2, [new R(\"a\", 1)] = 3 }; Check(d[k] == 1 && d[new N(\"x\")] == 2 && d[new R(\"a\", 1)] == 3); Check(\"abc\".GetHashCode() == 440920331, \"\" + \"abc\".GetHashCode()); Check(5.GetHashCode() == 5 && Hash(\"abc\") == \"abc\".GetHashCode() && Hash(7) == 7); } static int Hash<T>(T x) where T : notnull => x.GetHashCode();", TestName = "identity hash same twice and dictionary works")]
    [TestCase("class B { public override int GetHashCode() => base.GetHashCode() ^ 1; } public void Run() { var b = new B(); Check((b.GetHashCode() ^ 1) == RuntimeHelpers.GetHashCode(b)); }", TestName = "base hash")]
    [TestCase("readonly object[] locks = [new(), new(), new()]; readonly int[] n = new int[3]; void Add(object key) { var i = key.GetHashCode() % 3; lock (locks[i]) n[i]++; } public void Run() { object a = new(), b = new(); Parallel.Invoke(() => Add(a), () => Add(b), () => Add(a)); Check(n.Sum() == 3); }", TestName = "striped locks by hash")]
    [TestCase("public void Run() { var a = Path.GetRandomFileName(); Check(a.Length == 12 && a[8] == '.' && a != Path.GetRandomFileName()); }", TestName = "random file name")]
    public void Holds(string members) => Woven.ShouldHold(members);
}
