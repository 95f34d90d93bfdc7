using Interleaving.Memory;
using Interleaving.Scheduling;
using Interleaving.SourceMap;

namespace Interleaving.Counterexamples;

/// <summary>Says in a few words what memory was accessed, and the value if there is one to show.</summary>
internal static class AccessFormatter
{
    public static string Of(Event e)
    {
        var site = Sites.Get(e.Site);
        var member = site is null || site.Member.Length == 0 ? "memory" : site.Member;
        var write = e.Kind == EventKind.Wrote;
        if (e.Target is not null && e.Offset == Step.WholeObject)
            return $"calls {member}";
        if (site?.Kind == SiteKind.Call)
            return e.Shown.Length == 0 ? $"calls {member}" : $"{member} → {e.Shown}";
        var name = Element(member, e);
        return e.Shown.Length == 0
            ? (write ? "writes " : "reads ") + name
            : write ? $"writes {name} ← {e.Shown}" : $"reads {name} → {e.Shown}";
    }

    /// <summary><c>numbers[i]</c> with the index that it was: <c>numbers[3]</c>.</summary>
    private static string Element(string member, Event e)
    {
        if (e.Target is not Array array || !member.EndsWith(']') || array.Rank != 1)
            return member;
        var bracket = member.LastIndexOf('[');
        var size = Size(array.GetType().GetElementType()!);
        return size == 0 || bracket < 0
            ? member
            : $"{member[..bracket]}[{e.Operation.Execution.ValueFormatter.Value((e.Offset - RawData.FirstElement) / size)}]";
    }

    private static int Size(Type element) => !element.IsValueType
        ? IntPtr.Size
        : Type.GetTypeCode(element) switch
        {
            TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 1,
            TypeCode.Char or TypeCode.Int16 or TypeCode.UInt16 => 2,
            TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => 4,
            TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double or TypeCode.DateTime => 8,
            TypeCode.Decimal => 16,
            TypeCode.Object or TypeCode.Empty or TypeCode.DBNull or TypeCode.String => 0,
            _ => 0,
        };
}
