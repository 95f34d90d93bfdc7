using Interleaving.Weaving;

namespace Interleaving.Tests.Weaving;

[NonParallelizable]
public sealed class WovenLanguageTests
{
    [Test]
    public void Fields_of_objects_and_statics_keep_their_values() => Run("""
        public static class P
        {
            sealed class Account { public int balance; public string? name; public volatile bool open; }
            static int total; static volatile int version;
            public static object Run()
            {
                var account = new Account { balance = 3, name = "a" };
                account.balance += 4; account.balance++; account.open = true;
                total += account.balance; version++;
                ref var b = ref account.balance; b *= 2;
                return $"{account.balance} {account.name} {account.open} {total} {version}";
            }
        }
        """).ShouldBe("16 a True 8 1");

    [Test]
    public void Arrays_of_all_kinds_keep_their_values() => Run("""
        public static class P
        {
            enum Color { Red, Green }
            public static object Run()
            {
                int[] a = [1, 2, 3]; a[1] += 5; a[^1]--; foreach (ref var x in a.AsSpan()) x++;
                var b = new bool[2]; b[1] = true; var c = new Color[2]; c[0] = Color.Green;
                var d = new double[1]; d[0] = 1.5; var e = new byte[1]; e[0] = 255; e[0]++;
                var m = new int[2, 3]; m[1, 2] = 7; m[1, 2]++; ref var r = ref m[0, 1]; r = 4;
                var j = new string[2][]; j[1] = ["x"]; object[] o = j[1]; var s = (string)o[0];
                var l = new long[1]; l[0] = long.MaxValue; var u = new uint[1]; u[0] = uint.MaxValue;
                try { o[0] = 5; } catch (ArrayTypeMismatchException) { s += "!"; }
                try { _ = a[3]; } catch (IndexOutOfRangeException) { s += "?"; }
                return string.Join(",", a) + b[1] + c[0] + d[0] + e[0] + m[1, 2] + m[0, 1] + s + l[0] + u[0];
            }
        }
        """).ShouldBe("2,8,3TrueGreen1.5084x!?92233720368547758074294967295");

    private static object? Run(string source)
    {
        var snippet = Snippet.Load(source);
        snippet.Woven.Unsupported.ShouldBeEmpty();
        return snippet.Call("Run");
    }
}
