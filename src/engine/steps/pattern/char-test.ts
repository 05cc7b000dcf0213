/** Whether a character, as a code point, is one of those meant. */
export type CharTest = (character: number) => boolean;

const ASCII = 128;

/** The test for one character as a pattern writes it (`a`, `.`, `\d`, `[^,;]`): `RegExp` is asked once for each. */
export function charTest(written: string, anyCase: boolean): CharTest {
  const shape = new RegExp(`^${written}$`, anyCase ? 'iu' : 'u');
  const plain = new Int8Array(ASCII);
  const others = new Map<number, boolean>();
  return (character) => {
    if (character < ASCII) {
      const known = plain[character]!;
      if (known !== 0) return known > 0;
      const is = shape.test(String.fromCharCode(character));
      plain[character] = is ? 1 : -1;
      return is;
    }
    let is = others.get(character);
    if (is === undefined) others.set(character, (is = shape.test(String.fromCodePoint(character))));
    return is;
  };
}
