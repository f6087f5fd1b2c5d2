/** Whether `roster notify` has here what it needs to send. */
export function canSendMail({ ROSTER_SMTP_URL, ROSTER_MAIL_FROM }: NodeJS.ProcessEnv): boolean {
  return Boolean(ROSTER_SMTP_URL && ROSTER_MAIL_FROM);
}
