namespace Interleaving.Models.Memory;

/// <summary>A segment reads and writes the array that it is a part of.</summary>
[Models(typeof(ArraySegment<>), Passes = ["*"])]
internal static class ArraySegmentModel
{
    public static T get_Item<T>(ref ArraySegment<T> self, int index)
    {
        if ((uint)index < (uint)self.Count)
            BulkAccess.Read(self.Array, self.Offset + index, 1);
        return self[index];
    }

    public static void set_Item<T>(ref ArraySegment<T> self, int index, T value)
    {
        if ((uint)index < (uint)self.Count)
            BulkAccess.Write(self.Array, self.Offset + index, 1);
        self[index] = value;
    }

    public static ArraySegment<T>.Enumerator GetEnumerator<T>(ref ArraySegment<T> self)
    {
        BulkAccess.Read(self.Array, self.Offset, self.Count);
        return self.GetEnumerator();
    }

    public static void CopyTo<T>(ref ArraySegment<T> self, T[] destination, int destinationIndex)
    {
        BulkAccess.Read(self.Array, self.Offset, self.Count);
        BulkAccess.Write(destination, destinationIndex, self.Count);
        self.CopyTo(destination, destinationIndex);
    }

    public static T[] ToArray<T>(ref ArraySegment<T> self)
    {
        BulkAccess.Read(self.Array, self.Offset, self.Count);
        return self.ToArray();
    }
}
