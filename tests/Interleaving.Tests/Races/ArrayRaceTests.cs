using Benchmarks;
using Interleaving.Tests.Models;

namespace Interleaving.Tests.Races;

/// <summary>Array elements that methods of the platform read and write.</summary>
public sealed class ArrayRaceTests
{
    [TestCase("public void Run() { var l = new List<int>{1}; Parallel.Invoke(() => _ = l.ToArray(), () => l.Add(2)); }", TestName = "list.ToArray vs Add")]
    [TestCase("public void Run() { var a = new int[4]; var b = new int[4]; Parallel.Invoke(() => Array.Copy(b, a, 4), () => a[1] = 3); }", TestName = "Array.Copy overlapping")]
    [TestCase("public void Run() { var a = new int[4]; var b = new int[4]; Parallel.Invoke(() => Array.Copy(b, a, 4), () => b[1] = 3); }", TestName = "Array.Copy source")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => Array.Fill(a, 1), () => a[1] = 3); }", TestName = "Array.Fill")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => Array.Clear(a), () => a[1] = 3); }", TestName = "Array.Clear")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => Array.Sort(a), () => a[1] = 3); }", TestName = "Array.Sort")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => Array.Reverse(a), () => a[1] = 3); }", TestName = "Array.Reverse")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => Array.IndexOf(a, 2), () => a[1] = 3); }", TestName = "Array.IndexOf")]
    [TestCase("public void Run() { var a = new int[4]; var b = new int[4]; Parallel.Invoke(() => a.CopyTo(b, 0), () => b[1] = 3); }", TestName = "array.CopyTo")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => _ = a.Clone(), () => a[1] = 3); }", TestName = "array.Clone")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => _ = a.Sum(), () => a[1] = 3); }", TestName = "array.Sum")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => _ = string.Join(\",\", a), () => a[1] = 3); }", TestName = "array string.Join")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => { foreach (var x in a) _ = x; }, () => a[1] = 3); }", TestName = "array foreach")]
    [TestCase("public void Run() { var a = new int[4]; IList<int> e = a; Parallel.Invoke(() => { e[1] = 2; }, () => a[1] = 3); }", TestName = "array as IList set")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => { a.AsSpan()[1] = 2; }, () => a[1] = 3); }", TestName = "Span write")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => { a.AsSpan().Fill(2); }, () => a[1] = 3); }", TestName = "Span fill")]
    [TestCase("public void Run() { var a = new int[4]; var b = new int[4]; Parallel.Invoke(() => { a.AsSpan().CopyTo(b); }, () => b[1] = 3); }", TestName = "Span CopyTo")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => { a.AsSpan().Sort(); }, () => a[1] = 3); }", TestName = "Span Sort")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => { foreach (var x in a.AsSpan()) _ = x; }, () => a[1] = 3); }", TestName = "Span foreach")]
    [TestCase("public void Run() { var a = new int[4]; Memory<int> m = a; Parallel.Invoke(() => { m.Span[1] = 2; }, () => a[1] = 3); }", TestName = "Memory span")]
    [TestCase("public void Run() { var a = new int[4]; var m = new ArraySegment<int>(a); Parallel.Invoke(() => { m[1] = 2; }, () => a[1] = 3); }", TestName = "ArraySegment")]
    [TestCase("public void Run() { var a = new int[4]; var b = new int[4]; Parallel.Invoke(() => Buffer.BlockCopy(b, 0, a, 0, 16), () => a[1] = 3); }", TestName = "Buffer.BlockCopy")]
    [TestCase("int[] a = new int[4]; public void Run() { Parallel.Invoke(() => Array.Resize(ref a, 8), () => a = new int[2]); }", TestName = "Array.Resize")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => Array.ForEach(a, x => {}), () => a[1] = 3); }", TestName = "Array.ForEach read")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => Array.ConvertAll(a, x => x), () => a[1] = 3); }", TestName = "Array.ConvertAll")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => a.SetValue(1, 1), () => a[1] = 3); }", TestName = "Array SetValue")]
    [TestCase("public void Run() { var a = new int[3]; Parallel.Invoke(() => new ArraySegment<int>(a, 1, 1).Sum(), () => a[1] = 2); }", TestName = "a query over a segment")]
    [TestCase("public void Run() { var a = new int[3]; Parallel.Invoke(() => { foreach (var x in new ArraySegment<int>(a, 1, 1)) _ = x; }, () => a[1] = 2); }", TestName = "foreach over a segment")]
    [TestCase("public void Run() { var a = new int[3]; Parallel.Invoke(() => { foreach (var x in (IEnumerable<int>)new ArraySegment<int>(a, 1, 1)) _ = x; }, () => a[1] = 2); }", TestName = "foreach over a segment by its interface")]
    [TestCase("public void Run() { var a = new int[3]; IList<int> s = new ArraySegment<int>(a, 1, 1); Parallel.Invoke(() => s[0] = 1, () => a[1] = 2); }", TestName = "an item of a segment by its interface")]
    [TestCase("public void Run() { var a = new List<int>{1}; Parallel.Invoke(() => { System.Runtime.InteropServices.CollectionsMarshal.AsSpan(a)[0] = 2; }, () => a.Add(2)); }", TestName = "CollectionsMarshal AsSpan")]
    public void Is_a_data_race(string members) => Woven.ShouldFail(members, FailureKind.DataRace);

    [TestCase("public void Run() { var a = new int[4]; var b = new int[4]; Parallel.Invoke(() => Array.Copy(b, 0, a, 0, 2), () => Array.Copy(b, 2, a, 2, 2), () => _ = b[1]); }", TestName = "Array.Copy disjoint")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => Array.Sort(a, 0, 2), () => Array.Sort(a, 2, 2)); }", TestName = "Array.Sort ranges disjoint")]
    [TestCase("public void Run() { var a = new int[4]; IList<int> e = a; Parallel.Invoke(() => { e[1] = 2; }, () => e[2] = 3, () => _ = e.Count); }", TestName = "array as IList disjoint")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => { a.AsSpan(0, 2)[1] = 2; }, () => a.AsSpan(2)[0] = 3); }", TestName = "Span slice disjoint")]
    [TestCase("public void Run() { var a = new int[4]; Parallel.Invoke(() => { a.AsSpan(0,2).Fill(2); }, () => a.AsSpan(2).Clear()); }", TestName = "Span fill disjoint")]
    [TestCase("public void Run() { var a = new int[2]; IList<int> l = new ArraySegment<int>(a); Parallel.Invoke(() => l[0] = 1, () => l[1] = 2); Check(a.Sum() == 3); }", TestName = "items of a segment disjoint")]
    public void Is_no_data_race(string members) => Woven.ShouldHold(members);

    [TestCase(nameof(Corpus.PublishedCollections.Two_segments_of_an_array_that_do_not_overlap))]
    [TestCase(nameof(Corpus.PublishedCollections.Immutable_copies_of_an_array))]
    public void A_program_of_the_corpus_is_no_data_race(string program) =>
        Woven.ShouldHold(CorpusProgram.Of(typeof(Corpus.PublishedCollections), program));
}
