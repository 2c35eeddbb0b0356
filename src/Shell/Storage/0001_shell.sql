create table organisation (
    id uuid not null primary key,
    kind text not null,
    code text not null unique,
    parent uuid references organisation (id),
    nl text not null,
    fr text not null,
    de text not null,
    en text not null
);

-- What a person is, in which organisation. Given by one person and seen by all who may see the account.
create table role_given (
    account uuid not null,
    organisation uuid not null references organisation (id),
    role text not null,
    given timestamptz not null,
    given_by uuid not null,
    primary key (account, organisation, role)
);
create index role_given_organisation on role_given (organisation);

-- What a person has typed and not sent. One per person and form.
create table draft (
    account uuid not null,
    form text not null,
    body text not null,
    saved timestamptz not null,
    primary key (account, form)
);

-- Answers to commands that came with a key, so that the same command twice is one act.
create table command_answer (
    account uuid not null,
    key text not null,
    digest bytea not null,
    status bigint not null,
    body text not null,
    at timestamptz not null,
    primary key (account, key)
);
create index command_answer_at on command_answer (at);
