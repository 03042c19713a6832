/** Who is invited, while it is being typed. */
export interface PersonForm {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
}

export interface Person {
  readonly email: string;
  readonly firstName?: string;
  readonly lastName?: string;
}

export const noPerson: PersonForm = { email: "", firstName: "", lastName: "" };

/** What is sent: names only where there are any. */
export function personIn({ email, firstName, lastName }: PersonForm): Person {
  const [first, last] = [firstName.trim(), lastName.trim()];
  return { email: email.trim(), ...(first !== "" && { firstName: first }), ...(last !== "" && { lastName: last }) };
}
