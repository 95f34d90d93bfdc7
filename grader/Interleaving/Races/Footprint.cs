using System.Collections;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Interleaving.Platform;

namespace Interleaving.Races;

/// <summary>
/// Which objects a call on an object of the platform accesses: a list is accessed itself, its enumerator, its read-only
/// wrapper and a LINQ query over it access the list. Known for each type; found by looking at the type's fields.
/// </summary>
internal sealed class Footprint
{
    private const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>How many views are followed: a bound, should some of them form a ring or share their sources many times over.</summary>
    private const int MostViews = 200;

    private static readonly KnownTypes<Footprint> Known = new(static type => new Footprint(type));
    private static readonly HashSet<string> Viewing = new(StringComparer.Ordinal)
    {
        "KeyCollection", "ValueCollection", "KeyList", "ValueList", "KeyList`1", "ValueList`1", "TreeSubSet", "IListWrapper",
        "FixedSizeArrayList", "FixedSizeList", "ReadOnlyArrayList", "ReadOnlyList", "UnorderedItemsCollection",
        "ReadOnlyCollection`1", "ReadOnlyDictionary`2", "ReadOnlySet`1", "ReadOnlyObservableCollection`1", "LinkedListNode`1",
    };

    private readonly FieldInfo[] leads = [];
    private readonly FieldInfo? under;

    private Footprint(Type type)
    {
        var home = type;
        while (!IsPlatform(home))
            home = home.BaseType!;
        var definition = home.IsGenericType ? home.GetGenericTypeDefinition() : home;
        if (home.IsArray)
        {
            Kind = FootprintKind.Array;
        }
        else if (definition == typeof(ArraySegment<>))
        {
            Kind = FootprintKind.Segment;
        }
        else if (type == typeof(SharedRandom) || home == typeof(object) || home.Namespace == "System.Collections.Concurrent")
        {
            Kind = FootprintKind.None;
        }
        else if (home.Name.StartsWith("Sync", StringComparison.Ordinal) && (IsCollection(home) || home.Namespace == "System.IO"))
        {
            Kind = FootprintKind.Synchronised;
        }
        else if (IsView(home, definition))
        {
            Kind = FootprintKind.View;
            leads = [.. Leads(home)];
        }
        else if (IsContainer(home, definition) || !(home.IsValueType || IsApart(home)))
        {
            Kind = FootprintKind.Own;
            under = Underlying(home);
        }

        IsOverridden = home != type && Overrides(type, home);
        OnlyWritesConflict = home == typeof(Hashtable);
    }

    public FootprintKind Kind { get; }

    /// <summary>Whether the type is the program's own and has bodies of its own for virtual members of the platform's base.</summary>
    public bool IsOverridden { get; }

    /// <summary>Whether it is made for one writer beside any number of readers.</summary>
    public bool OnlyWritesConflict { get; }

    /// <summary>The stream that the platform reads or writes for the object; null when it is none of the platform's.</summary>
    public object? Under(object target) =>
        under?.GetValue(target) is Stream stream && Of(stream.GetType()) is { Kind: FootprintKind.Own, IsOverridden: false } ? stream : null;

    public static Footprint Of(Type type) => Known.Of(type);

    public static bool IsOfThePlatform(Type type) => IsPlatform(type);

    /// <summary>Adds the objects that a call on <paramref name="target"/> accesses.</summary>
    public static void Collect(object target, List<object> accessed)
    {
        var left = MostViews;
        Collect(target, accessed, ref left);
    }

    private static void Collect(object target, List<object> accessed, ref int left)
    {
        var footprint = Of(target.GetType());
        if (footprint.Kind == FootprintKind.View)
        {
            var leadsOn = false;
            foreach (var lead in --left >= 0 ? footprint.leads : [])
            {
                if (lead.GetValue(target) is not ((IEnumerable or IEnumerator or StringBuilder) and not string and var next))
                    continue;
                leadsOn = true;
                Collect(next, accessed, ref left);
            }

            // A node that is in no list is on its own.
            if (!leadsOn && target is not (IEnumerable or IEnumerator))
                accessed.Add(target);
        }
        else if (footprint.Kind != FootprintKind.None && !accessed.Contains(target))
        {
            accessed.Add(target);
        }
    }

    /// <summary>A type is also what it derives from.</summary>
    private static bool IsApart(Type home)
    {
        if (typeof(ICryptoTransform).IsAssignableFrom(home))
            return false;
        for (var type = home; type is not null; type = type.BaseType)
        {
            if (ThreadSafety.IsPlainBase(type.FullName ?? "") || ThreadSafety.IsCollection(type.Namespace ?? "", type.Name))
                return false;
        }

        for (var type = home; type is not null && type != typeof(object); type = type.BaseType)
        {
            var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
            if (ThreadSafety.IsApart(definition.Namespace ?? "", definition.FullName ?? ""))
                return true;
        }

        return false;
    }

    /// <summary>What reads and writes binary data keeps nothing back; what reads and writes text does.</summary>
    private static FieldInfo? Underlying(Type home) =>
        home == typeof(BinaryReader) ? home.GetField("_stream", Fields) : home == typeof(BinaryWriter) ? home.GetField("OutStream", Fields) : null;

    private static bool IsPlatform(Type type) => type.IsArray || References.IsPlatform(type.Assembly.GetName().Name!);

    private static bool IsCollection(Type type) => ThreadSafety.IsCollection(type.Namespace ?? "", type.Name);

    private static bool IsView(Type home, Type definition) =>
        IsQuery(home)
        || definition == typeof(Collection<>) || definition.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(Collection<>)
        || definition == typeof(SortedDictionary<,>)
        || home == typeof(StringWriter)
        || (IsCollection(home) && (Viewing.Contains(home.Name) || home.Name.Contains("Enumerator", StringComparison.Ordinal)));

    /// <summary>Whether it is a query that runs when it is gone through. A lookup and its groups hold what was found already.</summary>
    private static bool IsQuery(Type home) =>
        home.Assembly == typeof(Enumerable).Assembly && home.Namespace == "System.Linq" && typeof(IEnumerable).IsAssignableFrom(home)
        && !home.Name.Contains("Lookup", StringComparison.Ordinal) && !home.Name.StartsWith("Grouping", StringComparison.Ordinal);

    private static bool IsContainer(Type home, Type definition) =>
        home == typeof(StringBuilder) || home == typeof(Random) || home == typeof(MemoryStream)
        || home == typeof(StreamWriter) || home == typeof(StreamReader) || home == typeof(StringReader)
        || (home.Namespace == "System.Collections.Immutable" && definition.Name.StartsWith("Builder", StringComparison.Ordinal))
        || (IsCollection(home) && !home.IsValueType && typeof(IEnumerable).IsAssignableFrom(home))
        || definition == typeof(PriorityQueue<,>);

    /// <summary>The fields that may hold what the view looks at: not those that hold one of its items.</summary>
    private static IEnumerable<FieldInfo> Leads(Type home)
    {
        for (var type = home; type is not null && type != typeof(object) && type != typeof(ValueType); type = type.BaseType)
        {
            var declared = type.IsGenericType ? type.GetGenericTypeDefinition().GetFields(Fields) : type.GetFields(Fields);
            foreach (var field in declared)
            {
                // A sorted dictionary remembers its views, which lead back to it.
                if (!field.FieldType.IsGenericParameter && !field.FieldType.IsPrimitive && field.Name is not ("_keys" or "_values"))
                    yield return type.GetField(field.Name, Fields)!;
            }
        }
    }

    private static bool Overrides(Type type, Type home)
    {
        for (var own = type; own != home; own = own.BaseType!)
        {
            foreach (var method in own.GetMethods(Fields))
            {
                // A collection that asks for something, such as the key of an item, does all the rest itself.
                if (method.IsVirtual && method.Name is not ("ToString" or "Equals" or "GetHashCode")
                    && (method.GetBaseDefinition().DeclaringType != own || method.IsFinal)
                    && !(IsCollection(home) && method.GetBaseDefinition().IsAbstract))
                    return true;
            }
        }

        return false;
    }
}

/// <summary>What <see cref="Random.Shared"/> is under control: any number of threads may use it, as on the platform.</summary>
internal sealed class SharedRandom(int seed) : Random(seed);
