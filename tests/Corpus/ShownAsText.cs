using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Corpus;

/// <summary>Who shows an object as text reads it, whatever its type is called where that is done.</summary>
public static class ShownAsText
{
    [Broken(FailureKind.DataRace)]
    public static void A_builder_in_a_text()
    {
        var builder = new StringBuilder("a");
        Together(() => builder.Append('b'), () => _ = $"<{builder}>");
    }

    [Correct]
    public static void A_builder_in_a_text_under_a_lock()
    {
        var builder = new StringBuilder("a");
        Together(() => Locked(builder, () => builder.Append('b')), () => Locked(builder, () => _ = $"<{builder}>"));
        Expect("ab", builder.ToString());
    }

    [Broken(FailureKind.DataRace)]
    public static void A_builder_as_an_object()
    {
        object shown = new StringBuilder("a");
        Together(() => ((StringBuilder)shown).Append('b'), () => _ = shown.ToString());
    }

    [Broken(FailureKind.DataRace)]
    public static void A_builder_that_is_compared()
    {
        var builder = new StringBuilder("a");
        Together(() => builder.Append('b'), () => _ = builder.Equals("a"));
    }

    [Broken(FailureKind.DataRace)]
    public static void A_writer_as_what_it_derives_from()
    {
        TextWriter writer = new StringWriter();
        Together(() => writer.Write("a"), () => _ = writer.ToString());
    }

    [Broken(FailureKind.DataRace)]
    public static void An_address_that_is_built()
    {
        var address = new UriBuilder("http", "a");
        Together(() => address.Port = 8, () => _ = string.Concat("<", address));
    }

    [Correct]
    public static void Addresses_of_ones_own()
    {
        Twice(() => Expect("http://a:8/", string.Concat((object)new UriBuilder("http", "a") { Port = 8 })));
    }

    [Broken(FailureKind.DataRace)]
    public static void Characters_of_an_array()
    {
        var characters = new char[2];
        Together(() => characters[1] = 'b', () => _ = $"{new ReadOnlyMemory<char>(characters, 1, 1)}");
    }

    [Correct]
    public static void Characters_beside_those_that_change()
    {
        var characters = new[] { 'a', 'a' };
        Together(() => characters[1] = 'b', () => Expect("a", $"{new ReadOnlyMemory<char>(characters, 0, 1)}"));
    }

    [Broken(FailureKind.DataRace)]
    public static void Arguments_of_a_text_to_come()
    {
        object[] arguments = [1, 2];
        var text = FormattableStringFactory.Create("{0} {1}", arguments);
        Together(() => arguments[1] = 3, () => _ = text.ToString(CultureInfo.InvariantCulture));
    }

    [Correct]
    public static void Another_argument_of_a_text_to_come()
    {
        object[] arguments = [1, 2];
        var text = FormattableStringFactory.Create("{0} {1}", arguments);
        Together(() => arguments[1] = 3, () => Expect(1, (int)text.GetArgument(0)!));
    }

    [Broken(FailureKind.DataRace)]
    public static void What_says_how_numbers_are_shown()
    {
        var format = new NumberFormatInfo();
        Together(() => format.NaNSymbol = "?", () => _ = double.NaN.ToString(format));
    }

    [Correct]
    public static void What_says_it_and_does_not_change()
    {
        var format = new NumberFormatInfo { NaNSymbol = "?" };
        Twice(() => Expect("?", double.NaN.ToString(format)));
    }

    [Broken(FailureKind.DataRace)]
    public static void Arrays_that_are_compared_item_by_item()
    {
        int[] one = [1, 2], other = [1, 2];
        Together(() => one[1] = 3, () => _ = StructuralComparisons.StructuralComparer.Compare(one, other));
    }

    [Correct]
    public static void Arrays_that_are_compared_by_two()
    {
        int[] one = [1, 2], other = [1, 2];
        Twice(() => Expect(StructuralComparisons.StructuralEqualityComparer.Equals(one, other)));
    }

    private static void Locked(object gate, Action body)
    {
        lock (gate)
            body();
    }
}
