import { createRequire } from 'node:module';

const FACES = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
  'noto-sans/700Bold_Italic/NotoSans_700Bold_Italic.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf',
  'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
];

/**
 * The font files of every PDF. They come with the installed packages, so that a document does not depend on the machine:
 * the compiler also sees the machine's own fonts, but of two equal faces it takes the one it was given first, ours.
 */
export function fontFiles(): string[] {
  const { resolve } = createRequire(import.meta.url);
  return FACES.map((face) => resolve(`@expo-google-fonts/${face}`));
}
