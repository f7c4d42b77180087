import { withApp } from './with-app.js';

/** Opening the application migrates. */
export const migrate = () =>
  withApp(async (_, config) =>
    console.log(`The tables of ${withoutPassword(config.databaseUrl)} are up to date.`),
  );

const withoutPassword = (url: string) => url.replace(/\/\/([^:@/]+):[^@/]*@/, '//$1:…@');
