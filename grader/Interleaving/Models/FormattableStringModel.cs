using Interleaving.Models.Memory;
using Interleaving.Races;
using Interleaving.Scheduling;

namespace Interleaving.Models;

/// <summary>A text that is made when it is asked for, of arguments in an array that it hands out.</summary>
[Models(typeof(FormattableString), Passes = ["*"])]
internal static class FormattableStringModel
{
    public static object? GetArgument(FormattableString self, int index)
    {
        if (Footprint.IsOfThePlatform(self.GetType()))
            BulkAccess.Read(self.GetArguments(), index, 1);
        return self.GetArgument(index);
    }

    public static string ToString(FormattableString self, IFormatProvider? formatProvider)
    {
        Read(self);
        return self.ToString(formatProvider);
    }

    public static string Invariant(FormattableString formattable)
    {
        Read(formattable);
        return FormattableString.Invariant(formattable);
    }

    public static string CurrentCulture(FormattableString formattable)
    {
        Read(formattable);
        return FormattableString.CurrentCulture(formattable);
    }

    private static void Read(FormattableString? text)
    {
        if (Operation.Current is { } operation && text is not null)
            ShownValues.Read(operation, text, operation.Site);
    }
}
