using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Interleaving.Platform;
using Interleaving.Scheduling;

namespace Interleaving.Races;

/// <summary>What the platform reads to show a value as text: objects of its own that can change, and characters in an array.</summary>
internal static class ShownValues
{
    /// <summary>How deep values in values are followed: a bound, should some of them form a ring.</summary>
    private const int MostLevels = 8;

    private static readonly KnownTypes<bool> Known = new(ShowsItself);

    public static void Read(Operation operation, object value, int site) => Read(operation, value, site, MostLevels);

    private static void Read(Operation operation, object? value, int site, int left)
    {
        switch (value)
        {
            case null or string or IConvertible or CultureInfo { IsReadOnly: true } or NumberFormatInfo { IsReadOnly: true } or DateTimeFormatInfo { IsReadOnly: true }:
                break;
            case ReadOnlyMemory<char> characters:
                Characters(operation, characters, site);
                break;
            case Memory<char> characters:
                Characters(operation, characters, site);
                break;
            case CultureInfo culture:
                Whole(operation, culture, site);
                Whole(operation, culture.NumberFormat, site);
                Whole(operation, culture.DateTimeFormat, site);
                break;
            case NumberFormatInfo or DateTimeFormatInfo:
                Whole(operation, value, site);
                break;
            case FormattableString text when Footprint.IsOfThePlatform(text.GetType()):
                var arguments = text.GetArguments();
                Unsynchronised.Elements(operation, arguments, 0, arguments.Length, write: false, site);
                Each(operation, arguments, site, left);
                break;
            case object?[] values:
                Each(operation, values, site, left);
                break;
            case ITuple tuple when left > 0 && Footprint.IsOfThePlatform(tuple.GetType()):
                for (var i = 0; i < tuple.Length; i++)
                    Read(operation, tuple[i], site, left - 1);
                break;
            default:
                if (Known.Of(value.GetType()))
                    Whole(operation, value, site);
                break;
        }
    }

    private static void Each(Operation operation, object?[] values, int site, int left)
    {
        foreach (var one in left > 0 ? values : [])
            Read(operation, one, site, left - 1);
    }

    private static void Whole(Operation operation, object value, int site) => Unsynchronised.Access(operation, value, write: false, elements: false, site);

    private static void Characters(Operation operation, ReadOnlyMemory<char> characters, int site)
    {
        if (MemoryMarshal.TryGetArray(characters, out var segment) && segment.Array is { } array)
            Unsynchronised.Elements(operation, array, segment.Offset, segment.Count, write: false, site);
    }

    /// <summary>Whether the type is the platform's, can change, and says more than its name. An exception is shown by the one who caught it.</summary>
    private static bool ShowsItself(Type type)
    {
        var footprint = Footprint.Of(type);
        return footprint is { Kind: FootprintKind.Own or FootprintKind.View, IsOverridden: false } && !type.IsSubclassOf(typeof(Exception)) && type != typeof(Exception)
            && type.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType is { } declaring
            && declaring != typeof(object) && declaring != typeof(ValueType) && Footprint.IsOfThePlatform(declaring);
    }
}
