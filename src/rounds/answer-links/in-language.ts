/** The address of an answer link as a mail in this language has it: who opens it first reads the page in the mail's language. */
export const inLanguage = (link: string, language: string): string => `${link}?in=${language}`;
