using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;
using System.Text;
using Interleaving.Models;
using Interleaving.Weaving;

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

    private static readonly ConcurrentDictionary<Type, Footprint> Known = new();
    private static readonly HashSet<string> Viewing = new(StringComparer.Ordinal)
    {
        "KeyCollection", "ValueCollection", "KeyList", "ValueList", "KeyList`1", "ValueList`1", "TreeSubSet", "IListWrapper",
        "FixedSizeArrayList", "FixedSizeList", "ReadOnlyArrayList", "ReadOnlyList", "UnorderedItemsCollection",
        "ReadOnlyCollection`1", "ReadOnlyDictionary`2", "ReadOnlySet`1", "ReadOnlyObservableCollection`1", "LinkedListNode`1",
    };

    private readonly FieldInfo[] leads = [];

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
        else if (type == typeof(RandomModel.SharedRandom) || home == typeof(object) || home.Namespace == "System.Collections.Concurrent")
        {
            Kind = FootprintKind.None;
        }
        else if (home.Name.StartsWith("Sync", StringComparison.Ordinal) && IsCollection(home))
        {
            Kind = FootprintKind.Synchronised;
        }
        else if (IsView(home, definition))
        {
            Kind = FootprintKind.View;
            leads = [.. Leads(home)];
        }
        else if (IsContainer(home, definition))
        {
            Kind = FootprintKind.Own;
        }

        IsOverridden = home != type && Overrides(type, home);
        OnlyWritesConflict = home == typeof(Hashtable);
    }

    public FootprintKind Kind { get; }

    /// <summary>Whether the type is the program's own and has bodies of its own for virtual members of the platform's base.</summary>
    public bool IsOverridden { get; }

    /// <summary>Whether it is made for one writer beside any number of readers.</summary>
    public bool OnlyWritesConflict { get; }

    public static Footprint Of(Type type) => Known.GetOrAdd(type, static type => new Footprint(type));

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
            foreach (var lead in --left >= 0 ? footprint.leads : [])
            {
                if (lead.GetValue(target) is (IEnumerable or IEnumerator or StringBuilder) and not string and var next)
                    Collect(next, accessed, ref left);
            }
        }
        else if (footprint.Kind != FootprintKind.None && !accessed.Contains(target))
        {
            accessed.Add(target);
        }
    }

    private static bool IsPlatform(Type type) => type.IsArray || References.IsPlatform(type.Assembly.GetName().Name!);

    private static bool IsCollection(Type type) => type.Namespace
        is "System.Collections.Generic" or "System.Collections" or "System.Collections.ObjectModel" or "System.Collections.Specialized";

    private static bool IsView(Type home, Type definition) =>
        IsQuery(home)
        || definition == typeof(Collection<>) || definition.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(Collection<>)
        || definition == typeof(SortedDictionary<,>)
        || home == typeof(StringWriter)
        || (IsCollection(home) && (Viewing.Contains(home.Name) || home.Name.Contains("Enumerator", StringComparison.Ordinal)));

    /// <summary>Not what a query has found already: the groups of a lookup.</summary>
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
                if (method.IsVirtual && method.Name is not ("ToString" or "Equals" or "GetHashCode")
                    && (method.GetBaseDefinition().DeclaringType != own || method.IsFinal))
                    return true;
            }
        }

        return false;
    }
}
