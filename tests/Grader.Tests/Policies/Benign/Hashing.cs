// ---- a value with equality of its own
readonly struct Cell(int x, int y) : IEquatable<Cell> { readonly int x = x, y = y; public bool Equals(Cell o) => x == o.x && y == o.y; public override bool Equals(object? o) => o is Cell c && Equals(c); public override int GetHashCode() => HashCode.Combine(x, y); }
// ---- locks chosen by hash code
class Striped { readonly object[] locks = [new(), new(), new(), new()]; object Of(string key) => locks[(uint)key.GetHashCode() % locks.Length]; public void Do(string key, Action act) { lock (Of(key)) act(); } }
// ---- locks in the order of their identity
class Transfer { static void Move(object a, object b, Action act) { var (first, second) = System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(a) < System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(b) ? (a, b) : (b, a); lock (first) lock (second) act(); } }
// ---- keys that ignore case
class Names { readonly Dictionary<string, int> counts = new(StringComparer.OrdinalIgnoreCase); int Stripe(string name) => name.GetHashCode(StringComparison.OrdinalIgnoreCase) & 7; public void Add(string name) => counts[name] = counts.GetValueOrDefault(name) + Stripe(name); }
// ---- a set of references
class Seen { readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance); public bool Add(object o) => seen.Add(o); }
// ---- a comparer made of two functions
class Orders { static readonly IEqualityComparer<(int Id, string Name)> ById = EqualityComparer<(int Id, string Name)>.Create((a, b) => a.Id == b.Id, o => o.Id.GetHashCode()); }
// ---- a word looked up without a string
class Words { readonly Lock gate = new(); readonly Dictionary<string, int> counts = []; public int Of(ReadOnlySpan<char> word) { lock (gate) { var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>(); return lookup.TryGetValue(word, out var count) ? count : 0; } } }
// ---- lists and immutable arrays as literals
class Literals { static List<int> More(int[] some, IEnumerable<int> others) => [0, .. some, .. others, 9]; static List<string> Two => ["a", "b"]; static System.Collections.Immutable.ImmutableArray<int> Frozen(int[] some) => [1, .. some]; }
// ---- a list that knows its size before
class Sized { static List<long> Squares(int n) { var list = new List<long>(n); list.EnsureCapacity(n); for (var i = 0; i < n; i++) list.Add((long)i * i); list.TrimExcess(); return list.Capacity >= n ? list : []; } }
// ---- a text put together from parts
class Report { static string Of(IEnumerable<int> numbers) { var text = new System.Text.StringBuilder().AppendJoin(", ", numbers).Append($" ({numbers.Count()})"); text.Insert(0, "> "); return string.Join('\n', text.ToString().Split(", ")); } }
// ---- a table that is made once and only read
class Table { static readonly System.Collections.Frozen.FrozenDictionary<string, int> Days = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(["mo", "tu"], day => day, day => day.Length); static int Of(string day) => Days[day]; }
// ---- a snapshot that is swapped
class Snapshot { System.Collections.Immutable.ImmutableDictionary<string, int> now = System.Collections.Immutable.ImmutableDictionary<string, int>.Empty; public void Set(string key, int value) => System.Collections.Immutable.ImmutableInterlocked.Update(ref now, (old, v) => old.SetItem(key, v), value); }
