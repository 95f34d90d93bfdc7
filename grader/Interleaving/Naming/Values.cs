using System.Globalization;

namespace Interleaving.Naming;

/// <summary>Prints values without running any code of the program under test.</summary>
internal static class Values
{
    private const int LongestString = 32;

    public static string Show(object? value) => value switch
    {
        null => "null",
        string text => Quote(text),
        char character => "'" + Escape(character) + "'",
        bool flag => flag ? "true" : "false",
        Enum constant => constant.ToString(),
        double or float or decimal or Half or Int128 or UInt128 or nint or nuint or DateTime or DateTimeOffset or TimeSpan
            or Guid => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ when value.GetType().IsPrimitive => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => TypeName(value.GetType()),
    };

    /// <summary>Whether <see cref="Show"/> has nothing to say of the value but its type.</summary>
    public static bool IsOpaque(object? value) =>
        value is not (null or string or Enum or decimal or Half or Int128 or UInt128 or DateTime or DateTimeOffset or TimeSpan
            or Guid) && !value.GetType().IsPrimitive;

    /// <summary>A type as a programmer writes it: <c>List&lt;int&gt;</c>, <c>Account[]</c>.</summary>
    public static string TypeName(Type type)
    {
        if (type.IsArray)
            return TypeName(type.GetElementType()!) + "[" + new string(',', type.GetArrayRank() - 1) + "]";
        var name = Keyword(type) ?? type.Name;
        if (CompilerNames.IsMadeUp(name))
            return CompilerNames.IsClosure(name) ? "captured variables" : "a generated object";
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick] + "<" + string.Join(", ", type.GetGenericArguments().Select(TypeName)) + ">";
    }

    /// <summary>A type as C# writes it, without its namespace: <c>List&lt;Account&gt;</c>.</summary>
    public static string PlainName(Type type)
    {
        if (type.IsArray)
            return PlainName(type.GetElementType()!) + "[]";
        var name = Keyword(type) ?? type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        if (tick < 0)
            return name;
        return $"{name[..tick]}<{string.Join(", ", type.GetGenericArguments().Select(PlainName))}>";
    }

    /// <summary>The word that C# has for a type of the platform, <c>int</c> for <see cref="int"/>; null where it has none.</summary>
    public static string? Keyword(Type type) => type.IsEnum ? null : Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "bool",
        TypeCode.Byte => "byte",
        TypeCode.Char => "char",
        TypeCode.Decimal => "decimal",
        TypeCode.Double => "double",
        TypeCode.Int16 => "short",
        TypeCode.Int32 => "int",
        TypeCode.Int64 => "long",
        TypeCode.SByte => "sbyte",
        TypeCode.Single => "float",
        TypeCode.String => "string",
        TypeCode.UInt16 => "ushort",
        TypeCode.UInt32 => "uint",
        TypeCode.UInt64 => "ulong",
        TypeCode.Object => type == typeof(object) ? "object" : null,
        TypeCode.Empty or TypeCode.DBNull or TypeCode.DateTime => null,
        _ => null,
    };

    private static string Quote(string text)
    {
        var cut = text.Length > LongestString;
        return "\"" + string.Concat((cut ? text[..LongestString] : text).Select(Escape)) + (cut ? "…\"" : "\"");
    }

    private static string Escape(char character) => character switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '"' => "\\\"",
        '\\' => "\\\\",
        _ when char.IsControl(character) || char.IsSurrogate(character) || IsInvisible(character) =>
            "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
        _ => character.ToString(),
    };

    /// <summary>Marks that reorder text or hide in it would let a value redraw the table.</summary>
    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.PrivateUse;
}
