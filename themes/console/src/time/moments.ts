const twoDigits = (number: number) => String(number).padStart(2, "0");

/** As an input of type `datetime-local` takes it: in the browser's time zone, to the minute. */
export function localOf(moment: string | undefined): string {
  const date = new Date(moment ?? "");
  if (Number.isNaN(date.getTime())) {
    return "";
  }
  const day = [String(date.getFullYear()).padStart(4, "0"), twoDigits(date.getMonth() + 1), twoDigits(date.getDate())];
  return `${day.join("-")}T${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** The moment that such an input names, in UTC; undefined for an empty or unfinished one. */
export function momentOf(local: string): string | undefined {
  const date = new Date(local);
  return local === "" || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Some months later at the same time of day; the last of the month where that has no such day. */
export function monthsAfter(moment: string, months: number): string {
  const date = new Date(moment);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) {
    date.setUTCDate(0);
  }
  return date.toISOString();
}
