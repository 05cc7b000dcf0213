"""Which of the customers C0 ... C39, and of the rows "n,xn", a sample of one in 4 or 10 takes.

Written from the definitions alone (FNV-1a, 32 bits: Fowler, Noll, Vo; the last mixing of MurmurHash3: Appleby).
Usage: python3 hash.py
"""


def mixed(data: bytes) -> int:
    value = 0x811C9DC5
    for byte in data:
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    value = ((value ^ (value >> 16)) * 0x85EBCA6B) & 0xFFFFFFFF
    value = ((value ^ (value >> 13)) * 0xC2B2AE35) & 0xFFFFFFFF
    return value ^ (value >> 16)


print("customers, every 4:", [n for n in range(40) if mixed(f"C{n}".encode()) % 4 == 0])
print("rows, every 10:", [n for n in range(2000) if mixed(f"{n},x{n}".encode()) % 10 == 0][:5])
