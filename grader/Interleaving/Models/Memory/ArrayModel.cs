namespace Interleaving.Models.Memory;

/// <summary>What the platform's methods read and write of the arrays that they are given.</summary>
[Models(typeof(Array), Passes = ["*"])]
internal static partial class ArrayModel
{
    public static void Copy(Array sourceArray, Array destinationArray, int length)
    {
        BulkAccess.Read(sourceArray, 0, length);
        BulkAccess.Write(destinationArray, 0, length);
        Array.Copy(sourceArray, destinationArray, length);
    }

    public static void Copy(Array sourceArray, int sourceIndex, Array destinationArray, int destinationIndex, int length)
    {
        BulkAccess.Read(sourceArray, sourceIndex, length);
        BulkAccess.Write(destinationArray, destinationIndex, length);
        Array.Copy(sourceArray, sourceIndex, destinationArray, destinationIndex, length);
    }

    public static void CopyTo(Array self, Array array, int index)
    {
        BulkAccess.Read(self);
        BulkAccess.Write(array, index, self.Length);
        self.CopyTo(array, index);
    }

    public static object Clone(Array self)
    {
        BulkAccess.Read(self);
        return self.Clone();
    }

    public static object? GetValue(Array self, int index)
    {
        BulkAccess.Read(self, index, 1);
        return self.GetValue(index);
    }

    public static void SetValue(Array self, object? value, int index)
    {
        BulkAccess.Write(self, index, 1);
        self.SetValue(value, index);
    }

    public static void Clear(Array array)
    {
        BulkAccess.Write(array);
        Array.Clear(array);
    }

    public static void Clear(Array array, int index, int length)
    {
        BulkAccess.Write(array, index, length);
        Array.Clear(array, index, length);
    }

    /// <summary>Each item's constructor is told the place of the item, and takes it for one that nobody else knows of.</summary>
    public static void Initialize(Array self)
    {
        BulkAccess.Write(self);
        self.Initialize();
    }

    public static void Fill<T>(T[] array, T value)
    {
        BulkAccess.Write(array);
        Array.Fill(array, value);
    }

    public static void Fill<T>(T[] array, T value, int startIndex, int count)
    {
        BulkAccess.Write(array, startIndex, count);
        Array.Fill(array, value, startIndex, count);
    }

    public static void Reverse(Array array)
    {
        BulkAccess.Write(array);
        Array.Reverse(array);
    }

    public static void Reverse<T>(T[] array)
    {
        BulkAccess.Write(array);
        Array.Reverse(array);
    }

    public static void Reverse<T>(T[] array, int index, int length)
    {
        BulkAccess.Write(array, index, length);
        Array.Reverse(array, index, length);
    }

    public static void Sort(Array array)
    {
        BulkAccess.Sort(array);
        Array.Sort(array);
    }

    public static void Sort<T>(T[] array)
    {
        BulkAccess.Sort(array);
        Array.Sort(array);
    }

    public static void Sort<T>(T[] array, int index, int length)
    {
        BulkAccess.Sort(array, index, length);
        Array.Sort(array, index, length);
    }

    public static void Sort<T>(T[] array, Comparison<T> comparison)
    {
        BulkAccess.Sort(array);
        Array.Sort(array, comparison);
    }

    public static void Sort<T>(T[] array, IComparer<T>? comparer)
    {
        BulkAccess.Sort(array);
        Array.Sort(array, comparer);
    }

    public static void Sort<T>(T[] array, int index, int length, IComparer<T>? comparer)
    {
        BulkAccess.Sort(array, index, length);
        Array.Sort(array, index, length, comparer);
    }

    public static void Sort<TKey, TValue>(TKey[] keys, TValue[]? items)
    {
        BulkAccess.Sort(keys);
        BulkAccess.Write(items);
        Array.Sort(keys, items);
    }
}
