namespace Interleaving.Tests.Weaving;

/// <content>State machines of all kinds.</content>
internal static partial class LanguagePrograms
{
    public static readonly (string Name, string Source)[] Asynchrony =
    [
        ("async methods", """
            public static class P
            {
                class Acc { public int n; public async Task<int> Add(int x) { var old = n; await Task.Yield(); n = old + x; return n; } public async ValueTask<string> Name() { await Task.CompletedTask; return "acc" + n; } }
                static string log = "";
                static async Task Fail() { await Task.Yield(); throw new InvalidOperationException("bad"); }
                static async Task<int> Many(int n) { var s = 0; for (var i = 0; i < n; i++) { try { s += await Task.FromResult(i); if (i == 2) await Fail(); } catch (InvalidOperationException e) when (i == 2) { await Task.Yield(); s += e.Message.Length; } finally { await Task.Yield(); log += i; } } return s; }
                static async ValueTask Void() { await Task.Yield(); log += "v"; }
                sealed class D : IAsyncDisposable { public async ValueTask DisposeAsync() { await Task.Yield(); log += "D"; } }
                public static object Run() => Go().GetAwaiter().GetResult();
                static async Task<string> Go()
                {
                    var a = new Acc(); await a.Add(2); var both = await a.Add(3) + await a.Add(4).ConfigureAwait(false); await Void(); await using (new D()) log += "u"; Func<Task<int>> f = async () => { await Task.Yield(); return a.n; };
                    async Task<T> Echo<T>(T x) { await Task.Yield(); return x; } var t = (await Echo(1), await Echo("e")); var r = await Many(4); lock (a) log += "L"; try { await Task.WhenAll(Fail(), Fail()); } catch (InvalidOperationException) { log += "W"; }
                    return $"{both} {await a.Name()} {await f()} {t} {r} {log}";
                }
            }
            """),
        ("async streams", """
            public static class P
            {
                static string log = "";
                static async IAsyncEnumerable<int> Numbers(int n, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default) { try { for (var i = 0; i < n; i++) { await Task.Yield(); yield return i; } } finally { await Task.Yield(); log += "f"; } }
                static async Task<int> Sum() { var s = 0; await foreach (var x in Numbers(4)) s += x; await foreach (var x in Numbers(9).ConfigureAwait(false)) { if (x == 2) break; s += x; } return s; }
                public static object Run() => Sum().Result + log;
            }
            """),
    ];
}
