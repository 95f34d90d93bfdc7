using Interleaving.Models.Clocks;
using Interleaving.Scheduling;

namespace Interleaving.Models;

[Models(typeof(Guid), Passes = ["*"])]
internal static class GuidModel
{
    private const int Version = 4;

    public static Guid NewGuid()
    {
        if (Operation.Current is not { } operation)
            return Guid.NewGuid();
        Span<byte> bytes = stackalloc byte[16];
        RandomModel.Of(operation).Shared.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | (Version << 4));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public static Guid CreateVersion7() => CreateVersion7(VirtualTimeProvider.Instance.GetUtcNow());

    public static Guid CreateVersion7(DateTimeOffset timestamp)
    {
        if (Operation.Current is null)
            return Guid.CreateVersion7(timestamp);
        Span<byte> stamp = stackalloc byte[16];
        Span<byte> random = stackalloc byte[16];
        Guid.CreateVersion7(timestamp).TryWriteBytes(stamp, bigEndian: true, out _);
        NewGuid().TryWriteBytes(random, bigEndian: true, out _);
        random[7..].CopyTo(stamp[7..]);
        stamp[6] = 0x70;
        return new Guid(stamp, bigEndian: true);
    }
}
