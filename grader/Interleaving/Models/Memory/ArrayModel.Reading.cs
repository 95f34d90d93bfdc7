namespace Interleaving.Models.Memory;

/// <content>
/// Methods that go through an array from its beginning to its end. Those that may stop on the way are left out: what they
/// did not read, they do not race for.
/// </content>
internal static partial class ArrayModel
{
    public static TOutput[] ConvertAll<TInput, TOutput>(TInput[] array, Converter<TInput, TOutput> converter)
    {
        BulkAccess.Read(array);
        return Array.ConvertAll(array, converter);
    }

    public static void ForEach<T>(T[] array, Action<T> action)
    {
        BulkAccess.Read(array);
        Array.ForEach(array, action);
    }

    public static T[] FindAll<T>(T[] array, Predicate<T> match)
    {
        BulkAccess.Read(array);
        return Array.FindAll(array, match);
    }

    public static int IndexOf<T>(T[] array, T value)
    {
        var found = Array.IndexOf(array, value);
        BulkAccess.Read(array, 0, found < 0 ? array.Length : found + 1);
        return Array.IndexOf(array, value);
    }

    public static bool Exists<T>(T[] array, Predicate<T> match) => FindIndex(array, match) >= 0;

    public static T? Find<T>(T[] array, Predicate<T> match)
    {
        var found = FindIndex(array, match);
        return found < 0 ? default : array[found];
    }

    public static bool TrueForAll<T>(T[] array, Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        return FindIndex(array, item => !match(item)) < 0;
    }

    /// <summary>One element after the other, since the predicate is the program's own.</summary>
    public static int FindIndex<T>(T[] array, Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(array);
        ArgumentNullException.ThrowIfNull(match);
        for (var i = 0; i < array.Length; i++)
        {
            BulkAccess.Read(array, i, 1);
            if (match(array[i]))
                return i;
        }

        return -1;
    }
}
