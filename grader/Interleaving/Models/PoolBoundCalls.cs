using System.Collections.Concurrent;
using System.Reflection;

namespace Interleaving.Models;

/// <summary>Whether a stream, a reader or a writer does an asynchronous member itself, and at once, or on a thread of the pool.</summary>
internal static class PoolBoundCalls
{
    private static readonly ConcurrentDictionary<(Type Type, string Member), bool> Known = new();

    /// <summary>What is in memory is done at once.</summary>
    private static readonly Type[] AtOnce =
        [typeof(MemoryStream), typeof(UnmanagedMemoryStream), typeof(StringReader), typeof(StringWriter)];

    public static bool Leaves(object target, string member) => target switch
    {
        StreamReader reader when reader.GetType() == typeof(StreamReader) => Leaves(reader.BaseStream, "ReadAsync"),
        StreamWriter writer when writer.GetType() == typeof(StreamWriter) =>
            Leaves(writer.BaseStream, "WriteAsync") || Leaves(writer.BaseStream, "FlushAsync"),
        BufferedStream buffered => Leaves(buffered.UnderlyingStream, member),
        _ => Known.GetOrAdd((target.GetType(), Asked(member)), static key => Leaves(key.Type, key.Member)),
    };

    /// <summary>The stream that a reader, a writer or a buffer of the platform is made over; else the object itself.</summary>
    public static object Beneath(object target) => target switch
    {
        StreamReader reader when reader.GetType() == typeof(StreamReader) => Beneath(reader.BaseStream),
        StreamWriter writer when writer.GetType() == typeof(StreamWriter) => Beneath(writer.BaseStream),
        BufferedStream buffered => Beneath(buffered.UnderlyingStream),
        _ => target,
    };

    /// <summary>Members that are nothing but others in a loop.</summary>
    private static string Asked(string member) => member is "CopyToAsync" or "ReadExactlyAsync" or "ReadAtLeastAsync" ? "ReadAsync" : member;

    private static bool Leaves(Type type, string member)
    {
        // Stream.Null, TextReader.Null and TextWriter.Null hide behind types of their own.
        if (type.DeclaringType is { } outer && outer.Namespace == "System.IO" && type.Name.StartsWith("Null", StringComparison.Ordinal))
            return false;
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (Array.IndexOf(AtOnce, at) >= 0 && !member.StartsWith("Begin", StringComparison.Ordinal))
                return false;
            if (at == typeof(Stream) || at == typeof(TextReader) || at == typeof(TextWriter))
                return true;
            if (at.GetMember(member, MemberTypes.Method, BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly).Length > 0)
                return at.Namespace == "System.IO" && at.Assembly == typeof(object).Assembly;
        }

        return false;
    }
}
