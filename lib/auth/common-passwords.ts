import "server-only";

/** The passwords that everybody tries first, of eight characters and more, in small letters. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  password password1 password12 password123 password1234 password! passw0rd p@ssw0rd p@ssword pa55word passwort
  1234567890 12345678910 123456789a 1234567891 0123456789 123456789q 12345678a a12345678 a123456789 aa123456 aa123456789
  123123123 1231231234 123321123 1234512345 1122334455 11223344 12121212 13131313 11112222 12341234 147258369 147852369 159357258
  789456123 456789123 741852963 963852741 987654321 9876543210 88888888a 5201314520 13145200 1314521521 52013140 1314520520
  qwertyuiop qwerty123 qwerty1234 qwerty12345 qwertyui qwer1234 q1w2e3r4 q1w2e3r4t5 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 zaq12wsx
  qazwsxedc qazwsx123 asdfghjkl asdfghjk asdf1234 asdfasdf zxcvbnm1 zxcvbnm123 zxcvbnm, abc12345 abcd1234 abcdefg1 abcd12345 abc123456
  iloveyou iloveyou1 iloveyou2 woaini1314 woaini520 woaini123 woaini521 woaiwojia woaini5201314 zhang123 wang1234 li123456 liu12345
  wangyut2 wojiushiwo dearbook 5845201314 a5201314 asd123456 qwe123456 zxc123456 aaa123456 abc123123 q123456789 z123456789 w123456789
  sunshine sunshine1 princess princess1 football football1 baseball baseball1 basketball superman superman1 starwars michael1
  letmein1 letmein123 welcome1 welcome123 welcome12 admin123 admin1234 admin12345 administrator root1234 test1234 test12345 testtest
  trustno1 whatever computer internet monkey123 dragon123 master123 shadow123 changeme changeme1 default1 guest123 user1234
  jennifer jordan23 michelle samantha victoria charlotte benjamin december november september spiderman pokemon1 charlie1 chocolate
  butterfly liverpool chelsea1 arsenal1 barcelona realmadrid manchester cristiano corvette mercedes ferrari1 porsche1
  blink182 metallica slipknot nirvana1 passport password01 password2 password3 secret12 secret123 mypassword yourpassword
  deeplearning machinelearning tensorflow pytorch1 termwise termwise1 shuyutong
  correcthorsebatterystaple 
  `
    .trim()
    .split(/\s+/),
);
