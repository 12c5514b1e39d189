using System.Buffers;
using System.Text;

namespace Notifier.Adapters.AzureRest;

/// <summary>Bytes in memory of the shared pool.</summary>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(4096);
    private bool kept;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => bytes.AsMemory(0, Length);

    public ReadOnlySpan<byte> Span => bytes.AsSpan(0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Grow(sizeHint);
        return bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Grow(sizeHint);
        return bytes.AsSpan(Length);
    }

    public void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(GetSpan(utf8.Length));
        Length += utf8.Length;
    }

    public void Append(string text) =>
        Length += Encoding.UTF8.GetBytes(text, GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));

    public void Overwrite(int at, byte value) => bytes[at] = value;

    /// <summary>Forgets the first bytes; those behind them move to the front.</summary>
    public void Drop(int count)
    {
        bytes.AsSpan(count, Length - count).CopyTo(bytes);
        Length -= count;
    }

    /// <summary>Forgets the bytes behind the first ones.</summary>
    public void CutTo(int length) => Length = length;

    /// <summary>
    /// Leaves the memory to the garbage collector: an attempt that was given up may still be sending it, and must not
    /// send somebody else's row.
    /// </summary>
    public void KeepFromPool() => kept = true;

    public void Dispose()
    {
        if (!kept && bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        bytes = [];
        Length = 0;
    }

    private void Grow(int sizeHint)
    {
        var needed = Length + Math.Max(sizeHint, 1);
        if (needed <= bytes.Length)
        {
            return;
        }

        var bigger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, bytes.Length * 2));
        Span.CopyTo(bigger);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = bigger;
    }
}
