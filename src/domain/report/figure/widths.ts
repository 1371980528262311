/** Advance widths of Inter 400 and 600 in thousandths of the type size, U+0020 to U+007E, measured from the font itself. */
const regular = numbers('281 288 466 633 642 982 644 300 365 365 501 662 288 460 288 360 631 407 610 618 646 593 620 566 619 620 288 302 662 662 662 511 966 690 654 730 722 601 590 746 743 269 571 672 565 903 753 765 639 765 644 642 646 744 690 985 682 679 629 365 360 365 471 456 323 562 612 571 612 583 370 613 591 242 242 549 242 876 591 600 612 612 376 528 327 591 562 818 546 562 552 426 333 426 662')
const semibold = numbers('252 321 523 644 650 1004 663 326 373 373 540 673 319 465 319 379 660 423 623 636 666 612 640 576 640 640 319 329 673 673 673 543 999 728 659 737 722 605 588 749 746 277 580 703 565 922 759 769 645 773 652 650 660 736 728 1020 720 713 652 373 379 373 481 469 351 574 624 583 624 591 389 625 612 262 262 569 262 900 612 609 624 624 397 549 353 612 587 839 569 588 566 455 359 455 673')
const others: Record<string, number> = { '–': 500, '—': 1000, '…': 900, '‘': 280, '’': 280, '“': 480, '”': 480, '„': 450, '·': 300, '×': 670, '§': 568, '°': 458, '−': 670, '\u00a0': 281, 'ß': 630, 'ø': 605, 'æ': 915, 'ð': 590, 'þ': 618, 'ł': 278 }
/** A letter of another script: wide enough for Greek and Cyrillic; ideographs fill the square. */
const foreign = 720
const square = 1000

function numbers(text: string): number[] {
  return text.split(' ').map(Number)
}

export type Weight = 400 | 600
/** The width of a text in the unit of `size`. */
export type Measure = (text: string, size: number, weight?: Weight) => number

function widthOf(character: string, table: readonly number[]): number {
  const known = table[(character.codePointAt(0) ?? 0) - 32] ?? others[character]
  if (known !== undefined) return known
  return /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Extended_Pictographic}/u.test(character) ? square : foreign
}

/** Letters with marks are as wide as their base letter, so the text is decomposed first. */
export const measureInter: Measure = (text, size, weight = 400) => {
  const table = weight === 600 ? semibold : regular
  let sum = 0
  for (const character of text.normalize('NFD')) if (!/\p{M}/u.test(character)) sum += widthOf(character, table)
  return (sum * size) / 1000
}
